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
        /** Remove a user from an organization */
        delete: operations["removeOrganizationUser"];
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
        /**
         * Create a profile
         * @description For owners and managers.
         */
        post: operations["createDistributionProfile"];
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
        /**
         * Create a testing group
         * @description Blank names and names in use are refused.
         */
        post: operations["createTestingGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/v1/organizations/{organizationId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /** Users of an organization */
        get: operations["listOrganizationUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/v1/organizations/{organizationId}/users/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /**
         * Roles of a user
         * @description 400 with `error` where the user belongs to a sub-organization only.
         */
        get: operations["getUserRoles"];
        /** Replace the roles of a user */
        put: operations["setUserRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identity/v1/organizations/{organizationId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        /** Open invitations of an organization */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["deleteInvitation"];
        options?: never;
        head?: never;
        /** Send an invitation again */
        patch: operations["repeatInvitation"];
        trace?: never;
    };
    "/identity/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Invite a user */
        patch: operations["inviteUser"];
        trace?: never;
    };
    "/identity/v1/organizations/current/sub-organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a sub-organization of the token's organization */
        post: operations["createSubOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every role that there is */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/profiles/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** One profile with its versions */
        get: operations["getDistributionProfile"];
        put?: never;
        post?: never;
        /**
         * Delete a profile with all its versions
         * @description For owners and managers.
         */
        delete: operations["deleteDistributionProfile"];
        options?: never;
        head?: never;
        /**
         * Change a profile
         * @description Members that are not sent stay as they are. `testingGroupIds` replaces the whole list. For owners and managers; type of authentication and single session for owners alone.
         */
        patch: operations["updateDistributionProfile"];
        trace?: never;
    };
    "/distribution/v2/profiles/{profileId}/app-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Versions of a profile */
        get: operations["listDistributionVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/profiles/{profileId}/app-versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        /** One version */
        get: operations["getDistributionVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/profiles/{profileId}/app-versions/{versionId}/download": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        /** A link to download a version */
        get: operations["getDistributionDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/profiles/{profileId}/qr-code": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** QR code of the public link */
        get: operations["getDistributionQrCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v1/profiles/{profileId}/app-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /**
         * Where to upload a version
         * @description First of three steps; the file goes to `uploadUrl` without the token, then it is committed. Changes nothing.
         */
        get: operations["getDistributionUpload"];
        put?: never;
        /**
         * Make a version of an uploaded file
         * @description The task fails, for instance, where the version is in the profile already. For operators too.
         */
        post: operations["commitDistributionUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v1/profiles/{profileId}/app-versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the release notes of a version */
        patch: operations["updateDistributionMessage"];
        trace?: never;
    };
    "/distribution/v2/testing-groups/testers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All testers of the organization */
        get: operations["listTesters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/testing-groups/{testingGroupId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testingGroupId: components["parameters"]["TestingGroupId"];
            };
            cookie?: never;
        };
        /** One testing group */
        get: operations["getTestingGroup"];
        put?: never;
        post?: never;
        /** Delete a testing group */
        delete: operations["deleteTestingGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/distribution/v2/testing-groups/{testingGroupId}/testers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testingGroupId: components["parameters"]["TestingGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add testers to a group
         * @description E-mail addresses. Groups from LDAP are not edited.
         */
        post: operations["addTesters"];
        /**
         * Remove testers from a group
         * @description E-mail addresses, as the body of the DELETE.
         */
        delete: operations["removeTesters"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Build profiles of the organization */
        get: operations["listBuildProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v3/profiles/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** One build profile with its branches, third version */
        get: operations["getBuildProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/profiles/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** One build profile with its branches */
        get: operations["getBuildProfileV1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v3/profiles/{profileId}/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Repositories that a profile can be connected to */
        get: operations["listBuildRepositories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/profiles/{profileId}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Workflows of a profile */
        get: operations["listWorkflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/profiles/{profileId}/workflows/{workflowId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        /** One workflow with its document */
        get: operations["getWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/profiles/{profileId}/configurations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Configurations of a profile */
        get: operations["listConfigurations"];
        /** Save a whole configuration */
        put: operations["saveConfiguration"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/profiles/{profileId}/configurations/{configurationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                configurationId: components["parameters"]["ConfigurationId"];
            };
            cookie?: never;
        };
        /** One configuration */
        get: operations["getConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/commits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commits of a branch, newest first */
        get: operations["listCommits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/commits/last-commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest commit of a branch */
        get: operations["getLastCommit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/commits/{commitId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        /** One commit with its builds */
        get: operations["getCommit"];
        put?: never;
        /**
         * Start a build
         * @description The body is the text `{}` under a form's content type, as the official command line sends it.
         */
        post: operations["startBuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v3/commits/{commitId}/build": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a build, third version */
        post: operations["startBuildV3"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v3/commits/{commitId}/build/by-workflow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a build with a workflow */
        post: operations["startBuildByWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v3/commits/{commitId}/build/by-workflow/with-environment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Start a build with variables of its own
         * @description The body is a flat object, a text for each name.
         */
        put: operations["startBuildWithEnvironment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/queue/{queueItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a queued build is */
        get: operations["getQueueItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v3/queue/{taskId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a build */
        post: operations["cancelBuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/queue/my-dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Builds and publishes that wait or run */
        get: operations["listQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/queue/logs/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /** Log of a running build */
        get: operations["getQueueLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Builds of a branch */
        get: operations["listBuilds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/commits/{commitId}/builds/{buildId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
                buildId: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        /** Status of a build */
        get: operations["getBuildStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/commits/{commitId}/builds/{buildId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
                buildId: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        /** Artifacts of a build as a zip */
        get: operations["downloadBuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/commits/{commitId}/builds/{buildId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
                buildId: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        /** Log of a build */
        get: operations["getBuildLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/variable-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of environment variables */
        get: operations["listVariableGroups"];
        put?: never;
        /** Create a group of variables */
        post: operations["createVariableGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/variable-groups/{variableGroupId}/variables": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        /** Variables of a group */
        get: operations["listVariables"];
        put?: never;
        /** Create a variable */
        post: operations["createVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v2/variable-groups/{variableGroupId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a group of variables */
        delete: operations["deleteVariableGroup"];
        options?: never;
        head?: never;
        /** Rename a group of variables */
        patch: operations["renameVariableGroup"];
        trace?: never;
    };
    "/build/v2/variable-groups/{variableGroupId}/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete variables
         * @description Keys of the variables.
         */
        delete: operations["deleteVariables"];
        options?: never;
        head?: never;
        /**
         * Change a variable
         * @description `key` has at least three characters.
         */
        patch: operations["updateVariable"];
        trace?: never;
    };
    "/build/v1/variable-groups/{variableGroupId}/variables/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a variable that holds a file */
        post: operations["createFileVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/build/v1/variable-groups/{variableGroupId}/upload-variables-file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add variables from a file */
        post: operations["uploadVariables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/profiles/{platform}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
            };
            cookie?: never;
        };
        /** Publish profiles of a platform */
        get: operations["listPublishProfiles"];
        put?: never;
        /** Create a publish profile */
        post: operations["createPublishProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/profiles/{platform}/{profileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** One publish profile */
        get: operations["getPublishProfile"];
        put?: never;
        post?: never;
        /** Delete a publish profile */
        delete: operations["deletePublishProfile"];
        options?: never;
        head?: never;
        /** Change a publish profile */
        patch: operations["updatePublishProfile"];
        trace?: never;
    };
    "/publish/v2/profiles/{platform}/{profileId}/app-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Versions of a publish profile, newest first */
        get: operations["listPublishVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v1/profiles/{platform}/{profileId}/app-versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        /** One version */
        get: operations["getPublishVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/profiles/{platform}/{profileId}/app-versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        /** A link to download a version */
        get: operations["getPublishDownload"];
        put?: never;
        post?: never;
        /** Delete a version */
        delete: operations["deletePublishVersion"];
        options?: never;
        head?: never;
        /** Mark a release candidate, or change its release notes */
        patch: operations["updatePublishVersion"];
        trace?: never;
    };
    "/publish/v1/profiles/{platform}/{profileId}/app-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /**
         * Where to upload a version
         * @description As in distribution. Changes nothing.
         */
        get: operations["getPublishUpload"];
        put?: never;
        /** Make a version of an uploaded file */
        post: operations["commitPublishUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/profiles/{platform}/{profileId}/app-versions/{versionId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        /** Publish flow of a version */
        get: operations["getVersionPublish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/profiles/{platform}/{profileId}/publish/{publishId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        /** One run of a publish flow */
        get: operations["getPublish"];
        put?: never;
        /**
         * Start a publish flow anew
         * @description The body is `{}`.
         */
        post: operations["restartPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v3/profiles/{platform}/{profileId}/publish/{publishId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a publish flow */
        post: operations["startPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v3/profiles/{platform}/{profileId}/publish/{publishId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a publish flow */
        post: operations["stopPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v3/profiles/{platform}/{profileId}/publish/{publishId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a publish flow */
        post: operations["cancelPublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v1/profiles/{platform}/{profileId}/publish/{publishId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        /**
         * Log of a publish flow
         * @description 404, an empty text or "No Logs Available" while there is none.
         */
        get: operations["getPublishLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/profiles/{platform}/{profileId}/publishflows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Publish flows of a profile */
        get: operations["listPublishFlows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/profiles/{platform}/{profileId}/publishflows/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                flowId: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        /** One publish flow */
        get: operations["getPublishFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/variable-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of publish variables */
        get: operations["listPublishVariableGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v2/variable-groups/{variableGroupId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        /** One group with its variables */
        get: operations["getPublishVariableGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/publish/v1/variable-groups/{variableGroupId}/upload-variables-file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add variables from a file */
        post: operations["uploadPublishVariables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/store/v2/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profiles of the Enterprise App Store */
        get: operations["listStoreProfiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/store/v2/profiles/{profileId}/app-versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        /** Versions of a store profile */
        get: operations["listStoreVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/store/v2/profiles/{profileId}/app-versions/{versionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        /** A link to download a version */
        get: operations["getStoreDownload"];
        put?: never;
        /** Tell users of a version */
        post: operations["notifyStoreUsers"];
        /** Delete a version */
        delete: operations["deleteStoreVersion"];
        options?: never;
        head?: never;
        /** Publish a version in the store, or take it out */
        patch: operations["publishStoreVersion"];
        trace?: never;
    };
    "/store/v1/profiles/app-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where to upload a version
         * @description As in distribution. Changes nothing.
         */
        get: operations["getStoreUpload"];
        put?: never;
        /** Make a version of an uploaded file */
        post: operations["commitStoreUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates */
        get: operations["listCertificates"];
        put?: never;
        /** Upload a certificate */
        post: operations["uploadCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/certificates/{certificateId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        /** One certificate */
        get: operations["getCertificate"];
        put?: never;
        post?: never;
        /** Delete a certificate */
        delete: operations["deleteCertificate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v1/csr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificate signing requests */
        get: operations["listCsrs"];
        put?: never;
        /** Create a certificate signing request */
        post: operations["createCsr"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v1/csr/{csrId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                csrId: components["parameters"]["CsrId"];
            };
            cookie?: never;
        };
        /** One certificate signing request */
        get: operations["getCsr"];
        put?: never;
        post?: never;
        /** Delete a certificate signing request */
        delete: operations["deleteCsr"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/keystores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keystores */
        get: operations["listKeystores"];
        put?: never;
        /** Create a keystore */
        post: operations["createKeystore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/keystores/binary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a keystore */
        post: operations["uploadKeystore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/keystores/{keystoreId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keystoreId: components["parameters"]["KeystoreId"];
            };
            cookie?: never;
        };
        /** One keystore */
        get: operations["getKeystore"];
        /** Rename a keystore */
        put: operations["renameKeystore"];
        post?: never;
        /** Delete a keystore */
        delete: operations["deleteKeystore"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/provisioning-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Provisioning profiles */
        get: operations["listProvisioningProfiles"];
        put?: never;
        /** Upload a provisioning profile */
        post: operations["uploadProvisioningProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/provisioning-profiles/{provisioningProfileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provisioningProfileId: components["parameters"]["ProvisioningProfileId"];
            };
            cookie?: never;
        };
        /** One provisioning profile */
        get: operations["getProvisioningProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v1/provisioning-profiles/{provisioningProfileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provisioningProfileId: components["parameters"]["ProvisioningProfileId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a provisioning profile */
        delete: operations["deleteProvisioningProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/bundle-identifier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bundle identifiers */
        get: operations["listBundleIdentifiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signing-identity/v2/bundle-identifier/{bundleIdentifierId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bundleIdentifierId: components["parameters"]["BundleIdentifierId"];
            };
            cookie?: never;
        };
        /** One bundle identifier */
        get: operations["getBundleIdentifier"];
        put?: never;
        post?: never;
        /** Delete a bundle identifier */
        delete: operations["deleteBundleIdentifier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/store-submit/v2/credential/connection-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Connected store accounts */
        get: operations["listStoreCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/task/v1/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        /** State of a task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/report/v2/build": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report of builds */
        get: operations["getBuildReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/report/v2/publish/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report of publishing: activity
         * @description It takes more filters than are described here.
         */
        get: operations["getPublishActivityReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/report/v2/publish/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report of publishing: status
         * @description It takes more filters than are described here.
         */
        get: operations["getPublishStatusReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/v2/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /** Create a webhook */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/v2/webhooks/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Modules and actions that a webhook can have */
        get: operations["listWebhookModules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/v2/webhooks/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries of all webhooks */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/v2/webhooks/history/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** Deliveries of a webhook */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook/v2/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Delete a webhook */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook */
        patch: operations["updateWebhook"];
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
            appVersions?: components["schemas"]["AppVersion"][] | null;
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
        /** @description A page of rows wrapped in an object, if the server wraps it. Unproven, see PageFacts. */
        RowPage: {
            [key: string]: unknown;
        };
        Named: {
            name: string;
        } & {
            [key: string]: unknown;
        };
        TaskReference: {
            /** @description Empty or missing means that it failed. */
            taskId?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Text by official clients of publish and store; text or an object in distribution, which is unknown. */
        TemporaryLink: string | ({
            url?: string;
        } & {
            [key: string]: unknown;
        });
        UploadInformation: {
            fileId: string;
            /** @description Signed address of the storage. A secret. The token must not be sent there. */
            uploadUrl: string;
            /** @description Missing on older servers; then PUT. */
            configuration?: components["schemas"]["UploadConfiguration"] | null;
        } & {
            [key: string]: unknown;
        };
        UploadConfiguration: {
            /** @description `PUT` (bytes as the body) or `POST` (multipart form). */
            httpMethod?: string | null;
            /** @description Fields of the form, before the part named `file`, which is last. Secrets. */
            signParameters?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        FileCommit: {
            fileId: string;
            fileName: string;
            /** @description Release notes. */
            message?: string;
            customTag?: string;
        } & {
            [key: string]: unknown;
        };
        NamedFileCommit: {
            fileId: string;
            fileName: string;
        } & {
            [key: string]: unknown;
        };
        User: {
            /** Format: uuid */
            id: string;
            username?: string | null;
            email?: string | null;
            fullName?: string | null;
        } & {
            [key: string]: unknown;
        };
        UserRoles: {
            roles?: string[] | null;
            inheritedRoles?: string[] | null;
            isSubOrganizationMember?: boolean | null;
        } & {
            [key: string]: unknown;
        };
        RoleNames: {
            /** @description Replaces all that the user has. */
            roles: string[];
        } & {
            [key: string]: unknown;
        };
        UserEmail: {
            userEmail: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `rootOrganizationId`, `status`. */
        Invitation: {
            userEmail?: string | null;
            organizationsAndRoles?: components["schemas"]["OrganizationRoles"][] | null;
        } & {
            [key: string]: unknown;
        };
        NewInvitation: {
            userEmail: string;
            organizationsAndRoles: components["schemas"]["OrganizationRoles"][] | null;
        } & {
            [key: string]: unknown;
        };
        OrganizationRoles: {
            /** Format: uuid */
            organizationId?: string;
            roles?: string[] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `groupName`, `multi`, `enabled`, `defaultRoles`. */
        RoleGroup: {
            title?: string | null;
            module?: string | null;
            /** @description `key` and `name` of each. */
            roles?: {
                [key: string]: unknown;
            }[] | null;
        } & {
            [key: string]: unknown;
        };
        Message: {
            /** @description Release notes. */
            message: string;
        } & {
            [key: string]: unknown;
        };
        DistributionProfileChange: {
            name?: string;
            pinned?: boolean;
            settings?: components["schemas"]["DistributionProfileSettings"] | null;
            /** @description Replaces the list. */
            testingGroupIds?: string[];
            previewOnDeviceTestingGroupIds?: string[];
            showSingleBinaryOnTesting?: boolean;
            hideFromProfileListOnTesting?: boolean;
            hideSwitchingToOtherProfiles?: boolean;
            publisherName?: string | null;
            contactName?: string | null;
            privacyUrl?: string | null;
            termsUrl?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also, of grade B, `appResourceId`, `secondAppResourceId`, `appIconResourceId`, `notificationState`, `tags`, `versionTags`, `resignId`, `buildProfileId`, `branchId`, `triggeredInternalUser`, `appSimulatorResourceId`, `appPlayerUrl`, `simulatorAppItem`, `simulatorReportItem`, `certThumbPrints`, `targets`, `resignedFromAppVersionCode`, `resignedFromAppVersionId`, `releaseNotesResourceId`. */
        AppVersion: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            profileId?: string | null;
            name?: string | null;
            /** @description Bundle or package id. */
            uniqueName?: string | null;
            version?: string | null;
            versionCode?: string | null;
            /** @description 0 unknown, 1 iOS, 2 Android, 9 both. */
            platformType?: number | null;
            /** @description 0 unknown, 1 ipa, 2 apk, 3 aab, 4 xcarchive. */
            fileType?: number | null;
            fileName?: string | null;
            /** @description Bytes. */
            fileSize?: number | null;
            /** @description Another name of `fileSize`; which one is sent is unclear. */
            size?: number | null;
            /** @description Release notes. */
            message?: string | null;
            customTag?: string | null;
            appVersionTestings?: components["schemas"]["AppVersionTesting"][] | null;
            /** Format: date-time */
            createDate?: string | null;
            /**
             * Format: date-time
             * @description Another name of `createDate`; which one is sent is unclear.
             */
            createdAt?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            /** Format: date-time */
            expirationDate?: string | null;
            /** Format: date-time */
            lastSharedDate?: string | null;
            expired?: boolean | null;
            /** Format: uuid */
            buildId?: string | null;
            commitId?: string | null;
            commitHash?: string | null;
            commitMessage?: string | null;
            commitAuthor?: string | null;
            branchName?: string | null;
            targetBranch?: string | null;
            gitTag?: string | null;
            workflowName?: string | null;
            configName?: string | null;
            /** @description 0 user, 1 commit, 2 tag, 3 pull request. */
            triggerType?: number | null;
            /** @description 0 unknown, 1 ad hoc, 2 distribution, 3 enterprise, 6 development, and more. */
            provisionProfileType?: number | null;
            provisionedDevices?: unknown;
            signedCertName?: string | null;
            /** @description `name` and `value` of each. */
            entitlements?: {
                [key: string]: unknown;
            }[] | null;
            resignedFromAppVersion?: string | null;
            iconUrl?: string | null;
            downloadCount?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One sending of a version to a tester. Also `appVersionId`, `device`, `hasDistributionTest`, `hasEmulatorTest`, `testLinkDetails`, `expireTime`. */
        AppVersionTesting: {
            id?: string | null;
            /** @description The form is unknown. */
            tester?: unknown;
            /** @description 0 none, 1 pending, 2 clicked, 3 clicked and not enrolled, 4 clicked and not logged in, 5 logged in, 6 downloaded, 7 sending failed. */
            status?: number | null;
            /** Format: date-time */
            sendingDate?: string | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
        } & {
            [key: string]: unknown;
        };
        BuildProfile: {
            /** Format: uuid */
            id: string;
            name: string;
            pinned?: boolean | null;
            /** @description 0 none, 1 iOS, 2 Android, 9 both. */
            os?: number | null;
            /** @description 0 none, 1 Swift or Objective-C, 2 Java or Kotlin, 3 Smartface, 4 React Native, 5 Xamarin, 6 Flutter; there may be more. */
            buildPlatformType?: number | null;
            repositoryName?: string | null;
            /** Format: date-time */
            lastBuildDate?: string | null;
            autoDistributeCount?: number | null;
            autoBuildCount?: number | null;
            /** @description In the answer for one profile. */
            branches?: components["schemas"]["Branch"][] | null;
            /** @description A secret. Never shown, never logged. */
            connectionEnvironmentKey?: string | null;
            /** @description A secret. Never shown, never logged. */
            webhookSecret?: string | null;
        } & {
            [key: string]: unknown;
        };
        Branch: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            /** Format: date-time */
            lastBuildDate?: string | null;
            /** @description See `Build.status`. */
            buildStatus?: number | null;
        } & {
            [key: string]: unknown;
        };
        Workflow: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            profileId?: string | null;
            workflowName?: string | null;
            /** Format: date-time */
            lastUsedTime?: string | null;
            /** @description YAML; in the answer for one workflow. */
            workflowDocument?: string | null;
        } & {
            [key: string]: unknown;
        };
        ConfigurationEntry: {
            item1?: components["schemas"]["ConfigurationName"] | null;
        } & {
            [key: string]: unknown;
        };
        ConfigurationName: {
            /** Format: uuid */
            id: string;
            configurationName?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description It has more members; which is unknown. Also `platformSetting`, `autoPublish`. */
        Configuration: {
            configurationId?: string | null;
            /** @description Values may be secrets. */
            environmentVariables?: {
                [key: string]: unknown;
            }[] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `tags`, `targetBranchId`, `pullNumber`, `commitStatus`, `description`. */
        Commit: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organizationId?: string | null;
            /** Format: uuid */
            profileId?: string | null;
            /** Format: uuid */
            branchId?: string | null;
            hash?: string | null;
            message?: string | null;
            author?: string | null;
            email?: string | null;
            /** Format: date-time */
            commitDate?: string | null;
            builds?: components["schemas"]["Build"][] | null;
        } & {
            [key: string]: unknown;
        };
        Build: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            commitId?: string | null;
            hash?: string | null;
            hasWarning?: boolean | null;
            isDistributable?: boolean | null;
            /** @description 0 success, 1 failed, 2 canceled, 3 timeout, 90 waiting, 91 running, 92 completing, 99 unknown, 100 skipped, 200 not started, 201 stopped, 202 in progress, 203 awaiting response. */
            status?: number | null;
            duration?: unknown;
            /** Format: date-time */
            startDate?: string | null;
            /** Format: date-time */
            endDate?: string | null;
        } & {
            [key: string]: unknown;
        };
        BuildStarted: {
            /** Format: uuid */
            taskId?: string | null;
            /** Format: uuid */
            queueItemId?: string | null;
            /** Format: uuid */
            buildId?: string | null;
        } & {
            [key: string]: unknown;
        };
        QueueItem: {
            /** @description See `Build.status`. */
            buildStatus?: number | null;
            hasWarning?: boolean | null;
            /** Format: uuid */
            commitId?: string | null;
            /**
             * Format: uuid
             * @description The zero GUID until it is known.
             */
            buildId?: string | null;
            /** @description 0 waiting, 1 running; not the numbers of `buildStatus`. */
            queueItemStatus?: number | null;
        } & {
            [key: string]: unknown;
        };
        Queue: {
            data?: components["schemas"]["QueueEntry"][] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `commitId`, `commitHash`, `stepName`, `email`, `startQueueDateTime`, `os`, `profileId`, `appVersionId`. */
        QueueEntry: {
            id?: string | null;
            profileName?: string | null;
            branchName?: string | null;
            queueItemStatus?: number | null;
            /** @description Publishes alone have one. */
            publishId?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `organizationId`, `sharedSubOrganizationIds`, `sharedToAllSubs`, `createDate`, `updateDate`. */
        VariableGroup: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            variables?: components["schemas"]["Variable"][] | null;
        } & {
            [key: string]: unknown;
        };
        NewVariableGroup: {
            name: string;
            /** @description May be empty. */
            variables?: components["schemas"]["Variable"][] | null;
        } & {
            [key: string]: unknown;
        };
        Variable: {
            key?: string | null;
            /** @description A secret where `isSecret`. */
            value?: string | null;
            isSecret?: boolean | null;
            isFile?: boolean | null;
            fileId?: string | null;
        } & {
            [key: string]: unknown;
        };
        NewVariable: {
            Key: string;
            /** @description A secret where `IsSecret`. */
            Value: string;
            IsSecret?: boolean;
        } & {
            [key: string]: unknown;
        };
        FileVariable: {
            Key: string;
            Value?: string;
            IsSecret?: boolean;
            /** Format: binary */
            Binary: string;
        } & {
            [key: string]: unknown;
        };
        VariablesFile: {
            variableGroupId?: string;
            /** Format: binary */
            envVariablesFile: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `version`, `lastUploadVersionCode`, `latestPublishDate`, `createDate`, `updateDate`. */
        PublishProfile: {
            /** Format: uuid */
            id: string;
            name?: string;
            lastUploadVersion?: string | null;
            appUniqueId?: string | null;
            /** @description 1 iOS, 2 Android. */
            platformType?: number | null;
            profileSettings?: components["schemas"]["PublishProfileSettings"] | null;
        } & {
            [key: string]: unknown;
        };
        NewPublishProfile: {
            name: string;
            bundleId?: string;
            storeAppId?: string;
            storeCredentialId?: string;
            marketPlaceType?: number;
        } & {
            [key: string]: unknown;
        };
        PublishProfileChange: {
            name?: string;
            profileSettings?: components["schemas"]["PublishProfileSettings"] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `environmentVariables`. */
        PublishProfileSettings: {
            /** @description Spelled like this. 0 do nothing, 1 start by itself, 2 cancel the old and start the new; the command line sends true or false. */
            whenNewVersionRecieved?: unknown;
            organizationPoolId?: string | null;
            storeCredentialId?: string | null;
            /** @description 0, 5 or 10. */
            publishPriority?: number | null;
            autoSign?: boolean | null;
            pinned?: boolean | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `uniqueName`, `updateDate`. */
        PublishVersion: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            fileName?: string | null;
            version?: string | null;
            versionCode?: string | null;
            summary?: string | null;
            /** Format: date-time */
            createDate?: string | null;
            releaseCandidate?: boolean | null;
            /** @description Bytes. */
            fileSize?: number | null;
            /** @description See `Build.status`. */
            latestFlowStatus?: number | null;
        } & {
            [key: string]: unknown;
        };
        PublishVersionChange: {
            ReleaseCandidate?: boolean;
            /** @description Release notes. */
            summary?: string;
            remoteStoreAppVersionId?: string;
        } & {
            [key: string]: unknown;
        };
        Publish: {
            id?: string | null;
            /** @description See `Build.status`. */
            status?: number | null;
            /** Format: date-time */
            startedOn?: string | null;
            steps?: components["schemas"]["PublishStep"][] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `startedByUser`, `startedOn`, `finishedOn`. */
        PublishStep: {
            id?: string | null;
            name?: string | null;
            publishId?: string | null;
            /** @description See `Build.status`. */
            status?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `totalDownloadCount`, `latestPublishDate`, `lastBinaryReceivedDate`. */
        StoreProfile: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            version?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `profileId`, `appResourceReferenceId`, `appIconResourceReferenceId`, `uniqueName`, `signedCertName`, `publishDateStr`, `latestNotificationDate`, `updateDate`, `buildId`, `appIconUrl`, `isDownloadLimitExceeded`, `organizationDownloadCount`, `organizationDownloadLimit`. */
        StoreVersion: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            version?: string | null;
            versionCode?: string | null;
            fileName?: string | null;
            summary?: string | null;
            releaseNotes?: string | null;
            /** @description 0 none, 1 beta, 2 live. */
            publishType?: number | null;
            /** Format: date-time */
            publishDate?: string | null;
            /** Format: date-time */
            createDate?: string | null;
            platformType?: number | null;
            fileSize?: number | null;
            downloadCount?: number | null;
        } & {
            [key: string]: unknown;
        };
        StorePublish: {
            summary?: string;
            releaseNotes?: string;
            /** @description `0` none, `1` beta, `2` live. */
            publishType?: string;
        } & {
            [key: string]: unknown;
        };
        StoreNotice: {
            subject: string;
            message: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `createDate`, `updateDate`, `thumbprint`, `metaData`. */
        Certificate: {
            id?: string | null;
            name?: string | null;
            filename?: string | null;
            /** @description 0 Appcircle, 1 App Store. */
            storeType?: number | null;
            /** Format: date-time */
            expireDate?: string | null;
            /** @description A secret. Never shown, never logged. */
            p12Password?: string | null;
            /** @description A secret. Never shown, never logged. */
            p12Binary?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The catalog writes `Binary` and `Password`. */
        CertificateForm: {
            /** Format: binary */
            binary: string;
            /** @description A secret. */
            password?: string;
        } & {
            [key: string]: unknown;
        };
        NewCsr: {
            name: string;
            email: string;
            countryCode: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `createDate`. */
        Keystore: {
            id?: string | null;
            name?: string | null;
            alias?: string | null;
            fileName?: string | null;
            /** Format: date-time */
            expireDate?: string | null;
        } & {
            [key: string]: unknown;
        };
        NewKeystore: {
            name: string;
            alias: string;
            /** @description A secret. */
            password: string;
            /** @description A secret. */
            aliasPassword: string;
            /** @description 1 to 10000. */
            validity: number;
            friendlyName?: string;
        } & {
            [key: string]: unknown;
        };
        KeystoreForm: {
            /** Format: binary */
            Binary: string;
            /** @description A secret. */
            KeystorePassword?: string;
            /** @description A secret. */
            AliasPassword?: string;
        } & {
            [key: string]: unknown;
        };
        FriendlyName: {
            friendlyName: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `storeType`, `hasCertificate`, `createDate`. */
        ProvisioningProfile: {
            id?: string | null;
            name?: string | null;
            appId?: string | null;
            /** Format: date-time */
            expireDate?: string | null;
        } & {
            [key: string]: unknown;
        };
        ProvisioningProfileForm: {
            /** Format: binary */
            Binary: string;
        } & {
            [key: string]: unknown;
        };
        Task: {
            /** @description 0 unknown and 1 begun: wait. 3 completed. 2 canceled or failed. */
            stateValue: number;
            stateName?: string | null;
        } & {
            [key: string]: unknown;
        };
        Webhook: {
            name?: string | null;
            postUrl?: string | null;
            actions?: unknown;
            module?: unknown;
            profileId?: string | null;
            /** @description Signs what is delivered. A secret. */
            secretKey?: string | null;
            enabled?: boolean | null;
            /** @description 0 unknown, 1 not started, 2 delivered, 3 failed, 4 in progress. */
            latestDeliveryStatus?: number | null;
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
        /** @description Done. The body, if there is one, is unknown. */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
        /** @description A task was started; ask for its state until it is done. */
        TaskStarted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TaskReference"];
            };
        };
        /** @description Where the file goes. */
        UploadInformation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UploadInformation"];
            };
        };
        /** @description A link to follow without a token, not the file. It lets anyone in, so it is a secret. */
        TemporaryLink: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TemporaryLink"];
                "text/plain": string;
            };
        };
        /** @description The log. */
        Log: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /** @description The file. */
        Bytes: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/octet-stream": unknown;
                "application/zip": unknown;
            };
        };
        /** @description The profile. */
        DistributionProfile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DistributionProfile"];
            };
        };
        /** @description The form is unknown. */
        Unknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
        /** @description The group. */
        TestingGroup: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TestingGroup"];
            };
        };
        /** @description The build waits in the queue. */
        BuildStarted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BuildStarted"];
            };
        };
        /** @description The groups. */
        VariableGroups: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VariableGroup"][];
            };
        };
        /** @description The profile. */
        PublishProfile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PublishProfile"];
            };
        };
        /** @description The version. */
        PublishVersion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PublishVersion"];
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
        OrganizationId: string;
        UserId: string;
        ProfileId: string;
        VersionId: string;
        TestingGroupId: string;
        WorkflowId: string;
        ConfigurationId: string;
        CommitId: string;
        BuildId: string;
        VariableGroupId: string;
        /**
         * @description `ios` or `android`.
         * @example ios
         */
        Platform: string;
        PublishId: string;
        FlowId: string;
        CertificateId: string;
        CsrId: string;
        KeystoreId: string;
        ProvisioningProfileId: string;
        BundleIdentifierId: string;
        WebhookId: string;
        TaskId: string;
        /** @example uploadInformation */
        UploadInformationAction: string;
        /** @example commitFileUpload */
        CommitFileUploadAction: string;
        /** @example download */
        DownloadAction: string;
        /** @description Bytes; 3 GB are the most. */
        FileSize: number;
        /** @example app.ipa */
        FileName: string;
        /** @description In which fields is unknown. */
        Search: string;
        /** @description 0 none, 1 ascending, 2 descending. */
        SortDirection: number;
        BranchId: string;
        OptionalProfileId: string;
        OptionalConfigurationId: string;
        WorkflowIdQuery: string;
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
    removeOrganizationUser: {
        parameters: {
            query: {
                /**
                 * @description Known: `remove`.
                 * @example remove
                 */
                action: string;
                userId: string;
            };
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
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
    createDistributionProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Named"];
            };
        };
        responses: {
            200: components["responses"]["DistributionProfile"];
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
    createTestingGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Named"];
            };
        };
        responses: {
            200: components["responses"]["TestingGroup"];
        };
    };
    listOrganizationUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"][];
                };
            };
        };
    };
    getUserRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRoles"];
                };
            };
        };
    };
    setUserRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
                userId: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleNames"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"][];
                };
            };
        };
    };
    deleteInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserEmail"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    repeatInvitation: {
        parameters: {
            query: {
                /**
                 * @description Known: `re-invite`.
                 * @example re-invite
                 */
                action: string;
            };
            header?: never;
            path: {
                organizationId: components["parameters"]["OrganizationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserEmail"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    inviteUser: {
        parameters: {
            query: {
                /**
                 * @description Known: `invite`.
                 * @example invite
                 */
                action: string;
                organizationId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    createSubOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Named"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                /**
                 * @description 5 is in use.
                 * @example 5
                 */
                v?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles, by module. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleGroup"][];
                };
            };
        };
    };
    getDistributionProfile: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
                /** @description false leaves the versions out. */
                addAppVersions?: boolean;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DistributionProfile"];
        };
    };
    deleteDistributionProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    updateDistributionProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DistributionProfileChange"];
            };
        };
        responses: {
            200: components["responses"]["DistributionProfile"];
        };
    };
    listDistributionVersions: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
                /** @description 1 iOS, 2 Android. */
                platform?: number;
                searchTerm?: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppVersion"][] | components["schemas"]["RowPage"];
                };
            };
        };
    };
    getDistributionVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppVersion"];
                };
            };
        };
    };
    getDistributionDownload: {
        parameters: {
            query?: {
                /** @description false where absent. */
                original?: boolean;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TemporaryLink"];
        };
    };
    getDistributionQrCode: {
        parameters: {
            query?: {
                /** @description Spelled like this. */
                baseB4EncodedUrl?: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    getDistributionUpload: {
        parameters: {
            query: {
                /** @example uploadInformation */
                action: components["parameters"]["UploadInformationAction"];
                /** @description Bytes; 3 GB are the most. */
                fileSize: components["parameters"]["FileSize"];
                /** @example app.ipa */
                fileName: components["parameters"]["FileName"];
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UploadInformation"];
        };
    };
    commitDistributionUpload: {
        parameters: {
            query: {
                /** @example commitFileUpload */
                action: components["parameters"]["CommitFileUploadAction"];
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileCommit"];
            };
        };
        responses: {
            200: components["responses"]["TaskStarted"];
        };
    };
    updateDistributionMessage: {
        parameters: {
            query: {
                /**
                 * @description Known: `updateMessage`.
                 * @example updateMessage
                 */
                action: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listTesters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    getTestingGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testingGroupId: components["parameters"]["TestingGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TestingGroup"];
        };
    };
    deleteTestingGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testingGroupId: components["parameters"]["TestingGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    addTesters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testingGroupId: components["parameters"]["TestingGroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    removeTesters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                testingGroupId: components["parameters"]["TestingGroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listBuildProfiles: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
                /** @description In which fields is unknown. */
                search?: components["parameters"]["Search"];
                /** @description 0 none, 1 name, 2 createDate, 3 lastBuildDate. */
                sort?: number;
                /** @description 0 none, 1 ascending, 2 descending. */
                sortDirection?: components["parameters"]["SortDirection"];
                platform?: number[];
                lastBuildStatus?: number[];
                /** @description 1 GitHub, 2 Bitbucket, 3 GitLab, 4 Azure DevOps, 5 AWS, 6 public, 7 private, 8 SSH. */
                repositorySource?: number[];
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
                    "application/json": components["schemas"]["BuildProfile"][] | components["schemas"]["RowPage"];
                };
            };
        };
    };
    getBuildProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildProfile"];
                };
            };
        };
    };
    getBuildProfileV1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildProfile"];
                };
            };
        };
    };
    listBuildRepositories: {
        parameters: {
            query?: {
                instanceUrl?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    listWorkflows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"][];
                };
            };
        };
    };
    getWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                workflowId: components["parameters"]["WorkflowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
        };
    };
    listConfigurations: {
        parameters: {
            query?: {
                branchId?: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configurations, each wrapped in `item1`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationEntry"][];
                };
            };
        };
    };
    saveConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Configuration"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    getConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                configurationId: components["parameters"]["ConfigurationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configuration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Configuration"];
                };
            };
        };
    };
    listCommits: {
        parameters: {
            query: {
                branchId: components["parameters"]["BranchId"];
                profileId?: components["parameters"]["OptionalProfileId"];
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The commits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commit"][] | components["schemas"]["RowPage"];
                };
            };
        };
    };
    getLastCommit: {
        parameters: {
            query: {
                branchId: components["parameters"]["BranchId"];
                profileId?: components["parameters"]["OptionalProfileId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The commit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commit"];
                };
            };
        };
    };
    getCommit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The commit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commit"];
                };
            };
        };
    };
    startBuild: {
        parameters: {
            query: {
                /**
                 * @description Known: `build`.
                 * @example build
                 */
                action: string;
                workflowId: components["parameters"]["WorkflowIdQuery"];
                configurationId?: string;
            };
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The build waits in the queue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildStarted"];
                };
            };
        };
    };
    startBuildV3: {
        parameters: {
            query?: {
                configurationId?: components["parameters"]["OptionalConfigurationId"];
            };
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BuildStarted"];
        };
    };
    startBuildByWorkflow: {
        parameters: {
            query: {
                workflowId: components["parameters"]["WorkflowIdQuery"];
                configurationId?: components["parameters"]["OptionalConfigurationId"];
            };
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BuildStarted"];
        };
    };
    startBuildWithEnvironment: {
        parameters: {
            query: {
                workflowId: components["parameters"]["WorkflowIdQuery"];
                configurationId?: components["parameters"]["OptionalConfigurationId"];
            };
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: components["responses"]["BuildStarted"];
        };
    };
    getQueueItem: {
        parameters: {
            query?: {
                /** @description Known: `cancel`. It cancels the build, although this is a GET. Leave it out to read. */
                action?: string;
            };
            header?: never;
            path: {
                /** @description What starting a build answered, or the id of its task. */
                queueItemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the build is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueItem"];
                };
            };
        };
    };
    cancelBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listQueue: {
        parameters: {
            query?: {
                page?: number;
                /** @description 1000 is in use. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Builds and publishes mixed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
        };
    };
    getQueueLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Log"];
        };
    };
    listBuilds: {
        parameters: {
            query: {
                branchId: components["parameters"]["BranchId"];
                profileId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"][];
                };
            };
        };
    };
    getBuildStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
                buildId: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A number, or an object with `status`; which is unclear. See `Build.status`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    downloadBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
                buildId: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Bytes"];
        };
    };
    getBuildLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commitId: components["parameters"]["CommitId"];
                buildId: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Log"];
        };
    };
    listVariableGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VariableGroups"];
        };
    };
    createVariableGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVariableGroup"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listVariables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The variables. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Variable"][];
                };
            };
        };
    };
    createVariable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVariable"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    deleteVariableGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    renameVariableGroup: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    deleteVariables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    updateVariable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Variable"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    createFileVariable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileVariable"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    uploadVariables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["VariablesFile"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listPublishProfiles: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description In which fields is unknown. */
                search?: components["parameters"]["Search"];
                sort?: number;
                /** @description 0 none, 1 ascending, 2 descending. */
                sortDirection?: components["parameters"]["SortDirection"];
                flowStatuses?: number[];
                storeStatus?: number[];
                /** @description 0 unknown, 1 App Store, 2 Google Play, 3 Huawei, 4 Intune. */
                marketPlaceType?: number[];
                hasRcBinary?: boolean;
                /** @description Sub-organizations to include; ids or names is unknown. */
                suborg?: components["parameters"]["SubOrganizations"];
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
            };
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
                    "application/json": components["schemas"]["PublishProfile"][];
                };
            };
        };
    };
    createPublishProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPublishProfile"];
            };
        };
        responses: {
            200: components["responses"]["PublishProfile"];
        };
    };
    getPublishProfile: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PublishProfile"];
        };
    };
    deletePublishProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    updatePublishProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishProfileChange"];
            };
        };
        responses: {
            200: components["responses"]["PublishProfile"];
        };
    };
    listPublishVersions: {
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
                releaseCandidate?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishVersion"][];
                };
            };
        };
    };
    getPublishVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PublishVersion"];
        };
    };
    getPublishDownload: {
        parameters: {
            query: {
                /** @example download */
                action: components["parameters"]["DownloadAction"];
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TemporaryLink"];
        };
    };
    deletePublishVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TaskStarted"];
        };
    };
    updatePublishVersion: {
        parameters: {
            query: {
                /**
                 * @description Known: `releaseCandidate` (body `ReleaseCandidate`) and `releaseNotes` (body `summary`; for release candidates).
                 * @example releaseCandidate
                 */
                action: string;
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishVersionChange"];
            };
        };
        responses: {
            200: components["responses"]["PublishVersion"];
        };
    };
    getPublishUpload: {
        parameters: {
            query: {
                /** @example uploadInformation */
                action: components["parameters"]["UploadInformationAction"];
                /** @description Bytes; 3 GB are the most. */
                fileSize: components["parameters"]["FileSize"];
                /** @example app.ipa */
                fileName: components["parameters"]["FileName"];
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UploadInformation"];
        };
    };
    commitPublishUpload: {
        parameters: {
            query: {
                /** @example commitFileUpload */
                action: components["parameters"]["CommitFileUploadAction"];
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamedFileCommit"];
            };
        };
        responses: {
            200: components["responses"]["TaskStarted"];
        };
    };
    getVersionPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow and its steps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publish"];
                };
            };
        };
    };
    getPublish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow and its steps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publish"];
                };
            };
        };
    };
    restartPublish: {
        parameters: {
            query: {
                /**
                 * @description Known: `restart`.
                 * @example restart
                 */
                action: string;
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    startPublish: {
        parameters: {
            query?: {
                organizationPoolId?: string;
                stepId?: string;
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    stopPublish: {
        parameters: {
            query?: {
                organizationPoolId?: string;
                stepId?: string;
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    cancelPublish: {
        parameters: {
            query?: {
                organizationPoolId?: string;
                stepId?: string;
            };
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    getPublishLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                publishId: components["parameters"]["PublishId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Log"];
        };
    };
    listPublishFlows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A list with one flow; its members are unknown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    getPublishFlow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `ios` or `android`.
                 * @example ios
                 */
                platform: components["parameters"]["Platform"];
                profileId: components["parameters"]["ProfileId"];
                flowId: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow; its members are unknown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    listPublishVariableGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["VariableGroups"];
        };
    };
    getPublishVariableGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VariableGroup"];
                };
            };
        };
    };
    uploadPublishVariables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variableGroupId: components["parameters"]["VariableGroupId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["VariablesFile"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listStoreProfiles: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description In which fields is unknown. */
                search?: components["parameters"]["Search"];
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
                    "application/json": components["schemas"]["StoreProfile"][];
                };
            };
        };
    };
    listStoreVersions: {
        parameters: {
            query?: {
                /** @description `Beta` or `Live`. */
                publishtype?: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreVersion"][];
                };
            };
        };
    };
    getStoreDownload: {
        parameters: {
            query: {
                /** @example download */
                action: components["parameters"]["DownloadAction"];
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TemporaryLink"];
        };
    };
    notifyStoreUsers: {
        parameters: {
            query: {
                /**
                 * @description Known: `notify`.
                 * @example notify
                 */
                action: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoreNotice"];
            };
        };
        responses: {
            200: components["responses"]["TaskStarted"];
        };
    };
    deleteStoreVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TaskStarted"];
        };
    };
    publishStoreVersion: {
        parameters: {
            query: {
                /**
                 * @description Known: `publish` (body `summary`, `releaseNotes`, `publishType`) and `unpublish` (body `{}`).
                 * @example publish
                 */
                action: string;
            };
            header?: never;
            path: {
                profileId: components["parameters"]["ProfileId"];
                versionId: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StorePublish"];
            };
        };
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreVersion"];
                };
            };
        };
    };
    getStoreUpload: {
        parameters: {
            query: {
                /** @example uploadInformation */
                action: components["parameters"]["UploadInformationAction"];
                /** @description Bytes; 3 GB are the most. */
                fileSize: components["parameters"]["FileSize"];
                /** @example app.ipa */
                fileName: components["parameters"]["FileName"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UploadInformation"];
        };
    };
    commitStoreUpload: {
        parameters: {
            query: {
                /** @example commitFileUpload */
                action: components["parameters"]["CommitFileUploadAction"];
                createNewProfile: boolean;
                /** @description Where no new profile is created. */
                profileId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamedFileCommit"];
            };
        };
        responses: {
            200: components["responses"]["TaskStarted"];
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                thumbPrints?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The certificates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificate"][];
                };
            };
        };
    };
    uploadCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["CertificateForm"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    getCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Details, or the file itself: the command line reads this as either, and how one is chosen is unclear. May hold secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    deleteCertificate: {
        parameters: {
            query?: {
                revoke?: boolean;
            };
            header?: never;
            path: {
                certificateId: components["parameters"]["CertificateId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listCsrs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A list; the members of a row are unknown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    createCsr: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCsr"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    getCsr: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                csrId: components["parameters"]["CsrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form is unknown. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    deleteCsr: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                csrId: components["parameters"]["CsrId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listKeystores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keystores. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Keystore"][];
                };
            };
        };
    };
    createKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeystore"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    uploadKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["KeystoreForm"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    getKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keystoreId: components["parameters"]["KeystoreId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Details or the file; unclear which. May hold secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    renameKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keystoreId: components["parameters"]["KeystoreId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FriendlyName"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    deleteKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keystoreId: components["parameters"]["KeystoreId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listProvisioningProfiles: {
        parameters: {
            query?: {
                appId?: string;
                withBinary?: boolean;
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
                    "application/json": components["schemas"]["ProvisioningProfile"][];
                };
            };
        };
    };
    uploadProvisioningProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ProvisioningProfileForm"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    getProvisioningProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provisioningProfileId: components["parameters"]["ProvisioningProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Details or the file; unclear which. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    deleteProvisioningProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provisioningProfileId: components["parameters"]["ProvisioningProfileId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listBundleIdentifiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    getBundleIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bundleIdentifierId: components["parameters"]["BundleIdentifierId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    deleteBundleIdentifier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bundleIdentifierId: components["parameters"]["BundleIdentifierId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listStoreCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form is unknown. May hold secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                taskId: components["parameters"]["TaskId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    getBuildReport: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
                /** @description Which strings have a meaning is unknown. */
                Sort?: components["parameters"]["Sort"];
                startDate?: string;
                endDate?: string;
                buildProfileName?: string;
                organizationId?: string;
                /** @description See `Build.status`; 100 is a warning here. */
                status?: number;
                /** @description true answers CSV. */
                export?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    getPublishActivityReport: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    getPublishStatusReport: {
        parameters: {
            query?: {
                /** @description Page, counted from 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows a page; the highest allowed number is unknown (100 by Appcircle's MCP server). */
                Size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"][];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Webhook"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    listWebhookModules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Unknown"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Webhook"];
            };
        };
        responses: {
            "2XX": components["responses"]["Done"];
        };
    };
}
