/* Generated from appcircle.openapi.yaml by "npm run generate". Do not edit. */

export interface paths {
    "/auth/v3/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a Personal Access Key for an access token
         * @description The currently recommended exchange. Older self-hosted servers may not know it (404, 405 or 410); then
         *     `/auth/v1/token` is the way.
         */
        post: operations["exchangePersonalAccessKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/v2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a Personal Access Key for an access token, second version
         * @deprecated
         * @description Used by shipped plugins, with `pat`. Described for completeness; the extension does not call it.
         */
        post: operations["exchangePersonalAccessKeyV2"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/v1/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a Personal Access Key for an access token, first version
         * @description The older exchange; the documentation says that it is still available.
         */
        post: operations["exchangePersonalAccessKeyV1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/v1/api-key/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the name and secret of an API key for an access token */
        post: operations["exchangeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/realms/appcircle/protocol/openid-connect/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the access token belongs to */
        get: operations["getUserInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Organizations that the caller belongs to
         * @description Unlike other lists it is wrapped in an object even when no paging is asked for.
         */
        get: operations["listOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/v1/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organization */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Distribution profiles of the token's organization
         * @description Official clients send no query and read a bare array. What wraps a page that was asked for is unknown, and so is
         *     the highest `Size`.
         */
        get: operations["listDistributionProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/testing-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Testing groups of the token's organization
         * @description Official clients send no query and read a bare array. What wraps a page is unknown.
         */
        get: operations["listTestingGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PersonalAccessKeyGrant: {
            /** @description The key. A secret. */
            personalAccessKey: string;
            /** @description Which scopes exist and how they are separated is unclear in the documentation; it may stay out. */
            scope?: string;
            /** @description A sub-organization of the key's root organization. Shipped clients of v2 write `subOrganizationId`. */
            subOrganization?: string;
        } & {
            [key: string]: unknown;
        };
        PersonalAccessTokenGrantV2: {
            /** @description The Personal Access Key. A secret. */
            pat: string;
            scope?: string;
            /** @description May be sent empty for the root organization. */
            subOrganizationId?: string;
            /** @description The documentation's name for the same. */
            subOrganization?: string;
        } & {
            [key: string]: unknown;
        };
        PersonalAccessTokenGrant: {
            /** @description The Personal Access Key. A secret. */
            pat?: string;
            /** @description Another field name for the same, sent by shipped plugins; whether servers honour it is unknown. */
            "personal-access-key"?: string;
        } & {
            [key: string]: unknown;
        };
        ApiKeyGrant: {
            name: string;
            /** @description A secret. */
            secret: string;
            /** @description GUID of the root organization or of a sub-organization. */
            organizationId?: string;
        } & {
            [key: string]: unknown;
        };
        AccessTokenAnswer: {
            /** @description A JWT, see AccessTokenClaims. A secret. */
            access_token: string;
            /** @description Seconds. Plausible, unproven. */
            expires_in?: number | null;
            /** @description Plausible, unproven. */
            token_type?: string | null;
            /** @description Seen only in a test fixture; no client uses it. A secret. */
            refresh_token?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The middle part of the access token. Untrusted text. */
        AccessTokenClaims: {
            /** @description Id of the user, a GUID. */
            sub?: string;
            /** Format: uuid */
            currentOrganizationId?: string;
            /** @description End of life, seconds since 1970. */
            exp?: number;
            iat?: number;
            /** @description Likely the auth host's `/auth/realms/appcircle`. */
            iss?: string;
            /** @description Of an API key it is a synthetic address. */
            email?: string;
            preferred_username?: string;
            name?: string;
        } & {
            [key: string]: unknown;
        };
        UserInfo: {
            /** Format: uuid */
            currentOrganizationId?: string | null;
            sub?: string | null;
            email?: string | null;
            name?: string | null;
            preferred_username?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Keys differ from one service to another. A member named `stackTrace` may be there and is not for users. */
        ErrorBody: {
            message?: string | null;
            error_description?: string | null;
            error?: string | null;
            detail?: string | null;
            stackTrace?: string | null;
        } & {
            [key: string]: unknown;
        };
        OrganizationList: {
            data: components["schemas"]["Organization"][];
            page?: number | null;
            perPage?: number | null;
            total?: number | null;
        } & {
            [key: string]: unknown;
        };
        Organization: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            /** @description What it is, is unknown. */
            givenId?: string | null;
            ssoEnabled?: boolean | null;
            disabled?: boolean | null;
            rootOrganizationName?: string | null;
            /**
             * Format: uuid
             * @description Of a root organization null or the zero GUID, which of them is unknown.
             */
            rootOrganizationId?: string | null;
            /** Format: date-time */
            createdDate?: string | null;
            memberCount?: number | null;
            logoUrl?: string | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What may stand beside the rows of a page. The true envelope is unknown; these names are those that clients are
         *     ready for, and what Appcircle's MCP server reports of another list.
         */
        PageFacts: {
            page?: number | null;
            size?: number | null;
            perPage?: number | null;
            pageCount?: number | null;
            total?: number | null;
            totalCount?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A bare array; an object when the server wraps its pages. */
        DistributionProfileList: components["schemas"]["DistributionProfile"][] | components["schemas"]["DistributionProfilePage"];
        /** @description Unproven, see PageFacts. The rows stand in one of the named members, or in one of them under `data`. */
        DistributionProfilePage: components["schemas"]["PageFacts"] & ({
            profiles?: components["schemas"]["DistributionProfile"][];
            items?: components["schemas"]["DistributionProfile"][];
            /** @description The rows, or an object that holds them one level deeper. */
            data?: components["schemas"]["DistributionProfile"][] | {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        });
        /** @description Properties of grade B are those of the model that creates a profile; that answers have them too is an inference. */
        DistributionProfile: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organizationId?: string | null;
            organizationName?: string | null;
            name: string;
            pinned?: boolean | null;
            /** @description Versions, newest first, in the answer for one profile; in the list null or absent, which is unknown. */
            appVersions?: {
                [key: string]: unknown;
            }[] | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            /** @description Newest iOS version; null where there is none. */
            iOSVersion?: string | null;
            /** @description Newest Android version; null where there is none. */
            androidVersion?: string | null;
            /**
             * Format: uuid
             * @description Absent ids are null or the zero GUID.
             */
            iOSAppIconResourceId?: string | null;
            /**
             * Format: uuid
             * @description Absent ids are null or the zero GUID.
             */
            androidAppIconResourceId?: string | null;
            iOSIconUrl?: string | null;
            androidIconUrl?: string | null;
            /**
             * Format: uuid
             * @description Absent ids are null or the zero GUID.
             */
            lastAppVersionId?: string | null;
            /** Format: date-time */
            lastAppVersionCreateDate?: string | null;
            /** Format: date-time */
            lastIOSAppVersionCreateDate?: string | null;
            /** Format: date-time */
            lastAndroidAppVersionCreateDate?: string | null;
            /** Format: date-time */
            lastAppVersionSharedDate?: string | null;
            lastAppVersionDownloadedCount?: number | null;
            lastAppVersionTestingCount?: number | null;
            totalDownloadCount?: number | null;
            settings?: components["schemas"]["DistributionProfileSettings"] | null;
            isDemo?: boolean | null;
            isHidden?: boolean | null;
            /** @description Groups that every new version is sent to. The list is the auto-send setting. */
            testingGroupIds?: string[] | null;
            previewOnDeviceTestingGroupIds?: string[] | null;
            publisherName?: string | null;
            contactName?: string | null;
            privacyUrl?: string | null;
            termsUrl?: string | null;
            connectApiKeyId?: string | null;
            provisioningProfileIds?: string[] | null;
            autoAddRegisteredDevicesToAppStore?: boolean | null;
            buildProfileIdForAutoProvision?: string | null;
            buildBranchIdForAutoProvision?: string | null;
            buildConfigurationIdForAutoProvision?: string | null;
            showSingleBinaryOnTesting?: boolean | null;
            hideFromProfileListOnTesting?: boolean | null;
            hideSwitchingToOtherProfiles?: boolean | null;
        } & {
            [key: string]: unknown;
        };
        DistributionProfileSettings: {
            /** @description 0 undefined, 1 none, 2 individual enrollment (older clients), 3 static user and password, 4 LDAP, 5 SSO. */
            authenticationType?: number | null;
            username?: string | null;
            /** @description A secret. Never shown, never logged. */
            password?: string | null;
            /** @description Whether there is a public link. */
            enableStaticPage?: boolean | null;
            visibleCustomTags?: number[] | null;
            validateBundleId?: boolean | null;
            validBundleId?: string | null;
            validatePackageId?: boolean | null;
            validPackageId?: string | null;
            autoSignEnabledForiOS?: boolean | null;
            autoSignEnabledForAndroid?: boolean | null;
            singleSessionEnabled?: boolean | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A bare array; an object when the server wraps its pages. */
        TestingGroupList: components["schemas"]["TestingGroup"][] | components["schemas"]["TestingGroupPage"];
        /** @description Unproven, see PageFacts. */
        TestingGroupPage: components["schemas"]["PageFacts"] & ({
            testingGroups?: components["schemas"]["TestingGroup"][];
            items?: components["schemas"]["TestingGroup"][];
            data?: components["schemas"]["TestingGroup"][] | {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        });
        TestingGroup: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organizationId?: string | null;
            name: string;
            /** @description Plain e-mail addresses. */
            testers?: string[] | null;
            /** @description 0 user group, 1 LDAP group. Members of an LDAP group are not edited by hand. */
            groupType?: number | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            externalGroupName?: string | null;
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The credential was accepted. */
        AccessToken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AccessTokenAnswer"];
            };
        };
        /** @description The request was not understood, for instance an organization id that is no GUID. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description Wrong key, or wrong name or secret. The body's shape is unproven. */
        RejectedCredential: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description No token, an expired or an unknown one. The body may be empty. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description The caller has no right to this, or none in that organization. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description No such thing, or a server that does not know the path. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description Any other failure. Bodies differ, may be empty, plain text or a proxy's page. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
    };
    parameters: {
        /** @description Page, counted from 1. */
        Page: number;
        /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
        Size: number;
        /** @description Which strings have a meaning is unknown. */
        Sort: string;
        /** @description Sub-organizations to include; ids or names is unknown. */
        SubOrganizations: string[];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    exchangePersonalAccessKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PersonalAccessKeyGrant"];
            };
        };
        responses: {
            200: components["responses"]["AccessToken"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["RejectedCredential"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Failure"];
        };
    };
    exchangePersonalAccessKeyV2: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PersonalAccessTokenGrantV2"];
            };
        };
        responses: {
            200: components["responses"]["AccessToken"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["RejectedCredential"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Failure"];
        };
    };
    exchangePersonalAccessKeyV1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PersonalAccessTokenGrant"];
            };
        };
        responses: {
            200: components["responses"]["AccessToken"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["RejectedCredential"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Failure"];
        };
    };
    exchangeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["ApiKeyGrant"];
            };
        };
        responses: {
            200: components["responses"]["AccessToken"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["RejectedCredential"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Failure"];
        };
    };
    getUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. Only `currentOrganizationId` is proven by use. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfo"];
                };
            };
            401: components["responses"]["Unauthorized"];
            default: components["responses"]["Failure"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                page?: number;
                /** @description Rows a page; 200 is in use by one client, the highest allowed number is unknown. */
                perPage?: number;
                /** @description Text to look for; in which fields is unknown. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Failure"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            default: components["responses"]["Failure"];
        };
    };
    listDistributionProfiles: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
                /** @description Text to look for; in which fields is unknown. */
                search?: string;
                /** @description 0 none, 1 name, 2 createDate, 3 lastUploadDate, 4 latestVersion. */
                sort?: number;
                /** @description 0 none, 1 ascending, 2 descending. */
                sortDirection?: number;
                /** @description 0 none, 1 iOS, 2 Android, 9 both. */
                platform?: number[];
                /** @description See `settings.authenticationType`. */
                authenticationType?: number[];
                /** @description Sub-organizations to include; ids or names is unknown. */
                suborg?: components["parameters"]["SubOrganizations"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profiles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistributionProfileList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Failure"];
        };
    };
    listTestingGroups: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
                /** @description Sub-organizations to include; ids or names is unknown. */
                suborg?: components["parameters"]["SubOrganizations"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestingGroupList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            default: components["responses"]["Failure"];
        };
    };
}
