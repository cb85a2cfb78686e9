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
         * @description The recommended exchange. Older self-hosted servers may not have it (404, 405, or 410). Use `/auth/v1/token`
         *     there.
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
         * Exchange a Personal Access Key for an access token (second version)
         * @deprecated
         * @description Takes the key as `pat`.
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
         * Exchange a Personal Access Key for an access token (first version)
         * @description The older exchange, for servers without `/auth/v3/token`.
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
        /** Exchange an API key for an access token */
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
        /** Get the user of the access token */
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
         * List organizations
         * @description Unlike other lists, it is always an object with the rows in it, even without paging.
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
        /** Get an organization */
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
         * List distribution profiles
         * @description Without a page and a size, the response is an array of all profiles.
         */
        get: operations["listDistributionProfiles"];
        put?: never;
        /** Create a distribution profile */
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
         * List testing groups
         * @description Without a page and a size, the response is an array of all groups.
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
        /** List users of an organization */
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
         * Get the roles of a user
         * @description Returns 400 with `error` if the user only belongs to a sub-organization.
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
        /** List pending invitations */
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
        /** Create a sub-organization */
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
        /** List all roles */
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
        /** Get a distribution profile with its versions */
        get: operations["getDistributionProfile"];
        put?: never;
        post?: never;
        /** Delete a distribution profile with all its versions */
        delete: operations["deleteDistributionProfile"];
        options?: never;
        head?: never;
        /**
         * Change a distribution profile
         * @description Omitted fields do not change. `testingGroupIds` replaces the whole list. Only owners can change the type of authentication and the single session.
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
        /** List versions of a distribution profile */
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
        /** Get a distribution version */
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
        /** Get a download link for a distribution version */
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
        /** Get the QR code of the public link */
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
         * Get an upload address for a distribution version
         * @description The first of three steps. Next, send the file to `uploadUrl` without the token, then commit it. This step changes nothing.
         */
        get: operations["getDistributionUpload"];
        put?: never;
        /**
         * Create a distribution version from an uploaded file
         * @description The task fails, for example, if the profile already has this version.
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
        /** Change the release notes of a distribution version */
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
        /** List all testers */
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
        /** Get a testing group */
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
         * Add testers to a testing group
         * @description Email addresses. LDAP groups cannot be edited.
         */
        post: operations["addTesters"];
        /**
         * Remove testers from a testing group
         * @description Email addresses, in the body of the DELETE request.
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
        /** List build profiles */
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
        /** Get a build profile with its branches (third version) */
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
        /** Get a build profile with its branches */
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
        /** List repositories to connect a build profile to */
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
        /** List workflows of a build profile */
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
        /** Get a workflow with its YAML */
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
        /** List configurations of a build profile */
        get: operations["listConfigurations"];
        /** Replace a build configuration */
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
        /** Get a build configuration */
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
        /** List commits of a branch, newest first */
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
        /** Get the latest commit of a branch */
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
        /** Get a commit with its builds */
        get: operations["getCommit"];
        put?: never;
        /**
         * Start a build
         * @description The body is the text `{}` with the content type of a form.
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
        /** Start a build (third version) */
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
         * Start a build with its own variables
         * @description The body is a flat object with a text for each name.
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
        /** Get the status of a queued build */
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
        /** List waiting and running builds and publish runs */
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
        /**
         * Get the log of a running build
         * @description Text, or the same as bytes.
         */
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
        /** List builds of a branch */
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
        /** Get the status of a build */
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
        /** Download the artifacts of a build as a ZIP file */
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
        /** Get the log of a build */
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
        /** List build variable groups */
        get: operations["listVariableGroups"];
        put?: never;
        /** Create a build variable group */
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
        /** List variables of a build variable group */
        get: operations["listVariables"];
        put?: never;
        /** Create a build variable */
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
        /** Delete a build variable group */
        delete: operations["deleteVariableGroup"];
        options?: never;
        head?: never;
        /** Rename a build variable group */
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
         * Delete build variables
         * @description Keys of the variables.
         */
        delete: operations["deleteVariables"];
        options?: never;
        head?: never;
        /**
         * Change a build variable
         * @description `key` needs at least three characters.
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
        /** Create a build variable from a file */
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
        /** Add build variables from a file */
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
        /** List publish profiles of a platform */
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
        /** Get a publish profile */
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
        /** List versions of a publish profile, newest first */
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
        /** Get a publish version */
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
        /** Get a download link for a publish version */
        get: operations["getPublishDownload"];
        put?: never;
        post?: never;
        /** Delete a publish version */
        delete: operations["deletePublishVersion"];
        options?: never;
        head?: never;
        /** Mark a release candidate or change its release notes */
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
         * Get an upload address for a publish version
         * @description As in distribution. This step changes nothing.
         */
        get: operations["getPublishUpload"];
        put?: never;
        /** Create a publish version from an uploaded file */
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
        /** Get the publish flow of a version */
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
        /** Get a publish run */
        get: operations["getPublish"];
        put?: never;
        /**
         * Restart a publish run
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
        /** Start a publish run */
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
        /** Stop a publish run */
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
        /** Cancel a publish run */
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
         * Get the log of a publish run
         * @description 404, an empty text, or "No Logs Available" while there is no log.
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
        /** List publish flows of a publish profile */
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
        /** Get a publish flow */
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
        /** List publish variable groups */
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
        /** Get a publish variable group with its variables */
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
        /** Add publish variables from a file */
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
        /** List Enterprise App Store profiles */
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
        /** List versions of an Enterprise App Store profile */
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
        /** Get a download link for an Enterprise App Store version */
        get: operations["getStoreDownload"];
        put?: never;
        /**
         * Notify users about an Enterprise App Store version
         * @deprecated
         * @description Removed by Appcircle in September 2024. Do not use it.
         */
        post: operations["notifyStoreUsers"];
        /**
         * Delete an Enterprise App Store version
         * @description A published version is not deleted. Unpublish it first.
         */
        delete: operations["deleteStoreVersion"];
        options?: never;
        head?: never;
        /**
         * Publish or unpublish an Enterprise App Store version
         * @description A channel has one version, which the next one replaces. An AAB cannot be published.
         */
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
         * Get an upload address for an Enterprise App Store version
         * @description As in distribution. This step changes nothing.
         */
        get: operations["getStoreUpload"];
        put?: never;
        /** Create an Enterprise App Store version from an uploaded file */
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
        /** List certificates */
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
        /** Get a certificate */
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
        /** List certificate signing requests */
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
        /** Get a certificate signing request */
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
        /** List keystores */
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
        /** Get a keystore */
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
        /** List provisioning profiles */
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
        /** Get a provisioning profile */
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
        /** List bundle identifiers */
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
        /** Get a bundle identifier */
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
        /** List connected store accounts */
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
        /** Get the state of a task */
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
        /** Get the build report */
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
         * Get the publish activity report
         * @description The server may take more filters than these.
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
         * Get the publish status report
         * @description The server may take more filters than these.
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
        /** List webhooks */
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
        /** List modules and actions for webhooks */
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
        /** List deliveries of all webhooks */
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
        /** List deliveries of a webhook */
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
        /** Get a webhook */
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
            /** @description Scopes of the token. */
            scope?: string;
            /** @description A sub-organization of the key's root organization. */
            subOrganization?: string;
        } & {
            [key: string]: unknown;
        };
        PersonalAccessTokenGrantV2: {
            /** @description The Personal Access Key. A secret. */
            pat: string;
            scope?: string;
            /** @description May be empty for the root organization. */
            subOrganizationId?: string;
            /** @description Another name of the same. */
            subOrganization?: string;
        } & {
            [key: string]: unknown;
        };
        PersonalAccessTokenGrant: {
            /** @description The Personal Access Key. A secret. */
            pat?: string;
            /** @description Another name of the same. */
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
            /** @description In seconds. */
            expires_in?: number | null;
            token_type?: string | null;
            /** @description A secret. */
            refresh_token?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The middle part of the access token. Untrusted text. */
        AccessTokenClaims: {
            /** @description ID of the user, a GUID. */
            sub?: string;
            /** Format: uuid */
            currentOrganizationId?: string;
            /** @description Expiration, in seconds since 1970. */
            exp?: number;
            iat?: number;
            /** @description Issuer of the token. */
            iss?: string;
            /** @description For an API key, it is a synthetic address. */
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
        /** @description Fields differ between services. There may be a `stackTrace`, which is not meant for users. */
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
            givenId?: string | null;
            ssoEnabled?: boolean | null;
            disabled?: boolean | null;
            rootOrganizationName?: string | null;
            /**
             * Format: uuid
             * @description For a root organization, null or the zero GUID.
             */
            rootOrganizationId?: string | null;
            /** Format: date-time */
            createdDate?: string | null;
            memberCount?: number | null;
            logoUrl?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What may accompany the rows of a page. */
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
        /** @description An array, or an object if the server wraps its pages. */
        DistributionProfileList: components["schemas"]["DistributionProfile"][] | components["schemas"]["DistributionProfilePage"];
        /** @description The rows are in one of the named fields, or in one of them under `data`. */
        DistributionProfilePage: components["schemas"]["PageFacts"] & ({
            profiles?: components["schemas"]["DistributionProfile"][];
            items?: components["schemas"]["DistributionProfile"][];
            /** @description The rows, or an object that contains them one level deeper. */
            data?: components["schemas"]["DistributionProfile"][] | {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        });
        DistributionProfile: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organizationId?: string | null;
            organizationName?: string | null;
            name: string;
            pinned?: boolean | null;
            /** @description Versions, newest first, in the response for one profile. In the list, null or absent. */
            appVersions?: components["schemas"]["AppVersion"][] | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            /** @description Latest iOS version. Null if there is none. */
            iOSVersion?: string | null;
            /** @description Latest Android version. Null if there is none. */
            androidVersion?: string | null;
            /**
             * Format: uuid
             * @description Missing IDs are null or the zero GUID.
             */
            iOSAppIconResourceId?: string | null;
            /**
             * Format: uuid
             * @description Missing IDs are null or the zero GUID.
             */
            androidAppIconResourceId?: string | null;
            iOSIconUrl?: string | null;
            androidIconUrl?: string | null;
            /**
             * Format: uuid
             * @description Missing IDs are null or the zero GUID.
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
            /** @description Groups that get every new version. This is the auto-send setting. */
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
            /** @description A secret. */
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
        /** @description An array, or an object if the server wraps its pages. */
        TestingGroupList: components["schemas"]["TestingGroup"][] | components["schemas"]["TestingGroupPage"];
        /** @description A page of rows. */
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
            /** @description Plain email addresses. */
            testers?: string[] | null;
            /** @description 0 user group, 1 LDAP group. Members of an LDAP group cannot be edited. */
            groupType?: number | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            externalGroupName?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A page of rows in an object, if the server wraps it. */
        RowPage: {
            [key: string]: unknown;
        };
        Named: {
            name: string;
        } & {
            [key: string]: unknown;
        };
        TaskReference: {
            /** @description Empty or missing if it failed. */
            taskId?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Text, or in distribution text or an object. */
        TemporaryLink: string | ({
            url?: string;
        } & {
            [key: string]: unknown;
        });
        UploadInformation: {
            fileId: string;
            /** @description Signed address of the storage. A secret. The token must not be sent there. */
            uploadUrl: string;
            /** @description Missing on older servers, which use PUT. */
            configuration?: components["schemas"]["UploadConfiguration"] | null;
        } & {
            [key: string]: unknown;
        };
        UploadConfiguration: {
            /** @description `PUT` (bytes as the body) or `POST` (multipart form). */
            httpMethod?: string | null;
            /** @description Fields of the form, before the last part, which is named `file`. Secrets. */
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
            /** @description Replaces all roles of the user. */
            roles: string[];
        } & {
            [key: string]: unknown;
        };
        UserEmail: {
            userEmail: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `rootOrganizationId`. */
        Invitation: {
            userEmail?: string | null;
            status?: string | null;
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
        /** @description Also `defaultRoles`. */
        RoleGroup: {
            title?: string | null;
            module?: string | null;
            /** @description Together with `module` it names the group. */
            groupName?: string | null;
            /** @description Whether a user can have several of these roles. */
            multi?: boolean | null;
            /** @description False for roles that are not offered. */
            enabled?: boolean | null;
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
        /** @description Also `appResourceId`, `secondAppResourceId`, `appIconResourceId`, `notificationState`, `tags`, `versionTags`, `resignId`, `branchId`, `triggeredInternalUser`, `appSimulatorResourceId`, `appPlayerUrl`, `simulatorAppItem`, `simulatorReportItem`, `certThumbPrints`, `targets`, `resignedFromAppVersionCode`, `resignedFromAppVersionId`, `releaseNotesResourceId`. */
        AppVersion: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            profileId?: string | null;
            name?: string | null;
            /** @description Bundle ID or package name. */
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
            /** @description Another name for `fileSize`. */
            size?: number | null;
            /** @description Release notes. */
            message?: string | null;
            customTag?: string | null;
            appVersionTestings?: components["schemas"]["AppVersionTesting"][] | null;
            /** Format: date-time */
            createDate?: string | null;
            /**
             * Format: date-time
             * @description Another name for `createDate`.
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
            /** Format: uuid */
            buildProfileId?: string | null;
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
        /** @description One delivery of a version to a tester. Also `appVersionId`, `device`, `hasDistributionTest`, `hasEmulatorTest`, `testLinkDetails`, `expireTime`. */
        AppVersionTesting: {
            id?: string | null;
            /** @description The tester. */
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
            /** @description 0 none, 1 Swift or Objective-C, 2 Java or Kotlin, 3 Smartface, 4 React Native, 5 Xamarin, 6 Flutter, and possibly more. */
            buildPlatformType?: number | null;
            repositoryName?: string | null;
            /** Format: date-time */
            lastBuildDate?: string | null;
            autoDistributeCount?: number | null;
            autoBuildCount?: number | null;
            /** @description In the response for one profile. */
            branches?: components["schemas"]["Branch"][] | null;
            /** @description A secret. */
            connectionEnvironmentKey?: string | null;
            /** @description A secret. */
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
            /** @description YAML, in the response for one workflow. */
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
        /** @description Also `platformSetting`, `autoPublish`, and more. */
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
             * @description The zero GUID until the build has an ID.
             */
            buildId?: string | null;
            /** @description 0 waiting, 1 running. These differ from `buildStatus`. */
            queueItemStatus?: number | null;
        } & {
            [key: string]: unknown;
        };
        Queue: {
            data?: components["schemas"]["QueueEntry"][] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A build or a run of a publish flow. Only the latter has a `publishId`. */
        QueueEntry: {
            id?: string | null;
            commitId?: string | null;
            commitHash?: string | null;
            profileId?: string | null;
            profileName?: string | null;
            branchName?: string | null;
            /** @description 0 waiting, 1 running. These differ from `Build.status`. */
            queueItemStatus?: number | null;
            /** @description As for a profile. */
            os?: number | null;
            /** @description Only publish flows have one. */
            publishId?: string | null;
            appVersionId?: string | null;
            /** @description The current step, if reported. */
            stepName?: string | null;
            /** @description Who started it. */
            email?: string | null;
            /** Format: date-time */
            startQueueDateTime?: string | null;
        } & {
            [key: string]: unknown;
        };
        VariableGroup: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            /** @description Whose group it is. A sub-organization sees those that its root organization shares, too. */
            organizationId?: string | null;
            sharedToAllSubs?: boolean | null;
            sharedSubOrganizationIds?: string[] | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
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
            /** @description A secret if `isSecret`. */
            value?: string | null;
            isSecret?: boolean | null;
            isFile?: boolean | null;
            fileId?: string | null;
        } & {
            [key: string]: unknown;
        };
        NewVariable: {
            Key: string;
            /** @description A secret if `IsSecret`. */
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
        PublishProfile: {
            /** Format: uuid */
            id: string;
            name?: string;
            lastUploadVersion?: string | null;
            lastUploadVersionCode?: string | null;
            version?: string | null;
            /** Format: date-time */
            latestPublishDate?: string | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            /** @description Bundle identifier or package name. */
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
            /** @description 0 do nothing, 1 start automatically, 2 cancel the old one and start the new one. */
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
        PublishVersion: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            /** @description Bundle identifier or package name. */
            uniqueName?: string | null;
            fileName?: string | null;
            version?: string | null;
            versionCode?: string | null;
            summary?: string | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            releaseCandidate?: boolean | null;
            /** Format: date-time */
            expirationDate?: string | null;
            expired?: boolean | null;
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
        PublishStep: {
            startedByUser?: components["schemas"]["PublishUser"] | null;
            /** Format: date-time */
            startedOn?: string | null;
            /** Format: date-time */
            finishedOn?: string | null;
            id?: string | null;
            name?: string | null;
            publishId?: string | null;
            /** @description See `Build.status`. */
            status?: number | null;
        } & {
            [key: string]: unknown;
        };
        PublishUser: {
            email?: string | null;
        } & {
            [key: string]: unknown;
        };
        StoreProfile: {
            /** Format: uuid */
            id: string;
            /** @description The name of the app. It cannot be changed. */
            name?: string | null;
            version?: string | null;
            totalDownloadCount?: number | null;
            /** Format: date-time */
            latestPublishDate?: string | null;
            /** Format: date-time */
            lastBinaryReceivedDate?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Also `profileId`, `appResourceReferenceId`, `appIconResourceReferenceId`, `signedCertName`, `publishDateStr`, `latestNotificationDate`, `buildId`, `appIconUrl`, `isDownloadLimitExceeded`, `organizationDownloadCount`, `organizationDownloadLimit`. */
        StoreVersion: {
            /** Format: uuid */
            id: string;
            name?: string | null;
            /** @description Bundle ID or package name. */
            uniqueName?: string | null;
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
            /** Format: date-time */
            updateDate?: string | null;
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
        Certificate: {
            id?: string | null;
            name?: string | null;
            filename?: string | null;
            /** @description 0 Appcircle, 1 App Store. */
            storeType?: number | null;
            /** Format: date-time */
            expireDate?: string | null;
            /** Format: date-time */
            createDate?: string | null;
            /** Format: date-time */
            updateDate?: string | null;
            /** @description Sensitive. */
            thumbprint?: string | null;
            /** @description Sensitive. */
            metaData?: unknown;
            /** @description A secret. */
            p12Password?: string | null;
            /** @description A secret. */
            p12Binary?: string | null;
        } & {
            [key: string]: unknown;
        };
        CertificateForm: {
            /** Format: binary */
            binary: string;
            /** @description A secret. */
            password?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A signing request does not expire. */
        Csr: {
            id?: string | null;
            name?: string | null;
            /** Format: date-time */
            createDate?: string | null;
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
        Keystore: {
            id?: string | null;
            name?: string | null;
            alias?: string | null;
            fileName?: string | null;
            friendlyName?: string | null;
            /** Format: date-time */
            createDate?: string | null;
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
        ProvisioningProfile: {
            id?: string | null;
            name?: string | null;
            appId?: string | null;
            filename?: string | null;
            /** @description 0 Appcircle, 1 App Store. */
            storeType?: number | null;
            hasCertificate?: boolean | null;
            /** Format: date-time */
            createDate?: string | null;
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
            /** @description 0 unknown and 1 started, so keep waiting. 2 canceled or failed. 3 completed. */
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
            /** @description Signs deliveries. A secret. */
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
        /** @description The request is not valid, for example because an organization ID is not a GUID. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description Wrong key, name, or secret. */
        RejectedCredential: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description The token is missing, expired, or not valid. The body may be empty. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description The user has no permission to do this, or none in that organization. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description Not found, or the server does not have this path. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description Any other failure. The body may be empty, plain text, or a page from a proxy. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
                "text/plain": string;
            };
        };
        /** @description Done. The body, if any, is not described. */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
        /** @description A task was started. Query its state until it is done. */
        TaskStarted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TaskReference"];
            };
        };
        /** @description Where to send the file. */
        UploadInformation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UploadInformation"];
            };
        };
        /** @description A link to follow without a token, not the file. Anyone can use it, so it is a secret. */
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
        /** @description The response is not described. */
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
        /** @description Page number, starting at 1. */
        Page: number;
        /** @description Rows per page. */
        Size: number;
        /** @description What to sort by. */
        Sort: string;
        /** @description Sub-organizations to include. */
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
        /** @description Size in bytes. The maximum is 3 GB. */
        FileSize: number;
        /** @example app.ipa */
        FileName: string;
        /** @description Text to search for. */
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
            /** @description The user. */
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
                /** @description Page number, starting at 1. */
                page?: number;
                /** @description Rows per page. */
                perPage?: number;
                /** @description Text to search for. */
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
                 * @description `remove` is what removes the user.
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
                Sort?: components["parameters"]["Sort"];
                /** @description Text to search for. */
                search?: string;
                /** @description 0 none, 1 name, 2 createDate, 3 lastUploadDate, 4 latestVersion. */
                sort?: number;
                /** @description 0 none, 1 ascending, 2 descending. */
                sortDirection?: number;
                /** @description 0 none, 1 iOS, 2 Android, 9 both. */
                platform?: number[];
                /** @description See `settings.authenticationType`. */
                authenticationType?: number[];
                /** @description Sub-organizations to include. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
                Sort?: components["parameters"]["Sort"];
                /** @description Sub-organizations to include. */
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
                 * @description `re-invite` is what sends it again.
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
                 * @description `invite` is what invites the user.
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
                 * @description Version of the file, 5.
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
                Sort?: components["parameters"]["Sort"];
                /** @description Use false to omit the versions. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
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
                /** @description The default is false. */
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
                /** @description Size in bytes. The maximum is 3 GB. */
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
                 * @description `updateMessage` is what changes them.
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
                Sort?: components["parameters"]["Sort"];
                /** @description Text to search for. */
                search?: components["parameters"]["Search"];
                /** @description 0 none, 1 name, 2 createDate, 3 lastBuildDate. */
                sort?: number;
                /** @description 0 none, 1 ascending, 2 descending. */
                sortDirection?: components["parameters"]["SortDirection"];
                platform?: number[];
                lastBuildStatus?: number[];
                /** @description 1 GitHub, 2 Bitbucket, 3 GitLab, 4 Azure DevOps, 5 AWS, 6 public, 7 private, 8 SSH. */
                repositorySource?: number[];
                /** @description Sub-organizations to include. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
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
                 * @description `build` is what starts it.
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
                /** @description `cancel` cancels the build, although this is a GET request. Omit it to only read. */
                action?: string;
            };
            header?: never;
            path: {
                /** @description The ID from the response to starting a build, or the ID of its task. */
                queueItemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status of the build. */
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
                /** @description Rows per page. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Builds and publish flows, mixed. */
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
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                    "application/octet-stream": string;
                };
            };
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
            /** @description A number, or an object with `status`. See `Build.status`. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description Text to search for. */
                search?: components["parameters"]["Search"];
                sort?: number;
                /** @description 0 none, 1 ascending, 2 descending. */
                sortDirection?: components["parameters"]["SortDirection"];
                flowStatuses?: number[];
                storeStatus?: number[];
                /** @description 0 unknown, 1 App Store, 2 Google Play, 3 Huawei, 4 Intune. */
                marketPlaceType?: number[];
                hasRcBinary?: boolean;
                /** @description Sub-organizations to include. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
                Sort?: components["parameters"]["Sort"];
                /** @description Sub-organizations to include. */
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
                 * @description `releaseCandidate` (body `ReleaseCandidate`) or `releaseNotes` (body `summary`; for release candidates).
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
                /** @description Size in bytes. The maximum is 3 GB. */
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
                 * @description `restart` is what restarts it.
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
            /** @description A list with one flow, whose fields are not described. */
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
            /** @description The flow, whose fields are not described. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description Text to search for. */
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
                 * @description `notify` is what notifies them.
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
                 * @description `publish` (body `summary`, `releaseNotes`, `publishType`) or `unpublish` (body `{}`).
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
                /** @description Size in bytes. The maximum is 3 GB. */
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
                /** @description If no new profile is created. */
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
            /** @description Details or the file itself. May contain secrets. */
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
            /** @description The signing requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Csr"][];
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
            /** @description The response is not described. */
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
            /** @description Details or the file. May contain secrets. */
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
            /** @description Details or the file. */
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
            /** @description The response is not described. May contain secrets. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
                Size?: components["parameters"]["Size"];
                /** @description What to sort by. */
                Sort?: components["parameters"]["Sort"];
                startDate?: string;
                endDate?: string;
                buildProfileName?: string;
                organizationId?: string;
                /** @description See `Build.status`; 100 is a warning here. */
                status?: number;
                /** @description Use true for CSV. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
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
                /** @description Page number, starting at 1. */
                Page?: components["parameters"]["Page"];
                /** @description Rows per page. */
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
