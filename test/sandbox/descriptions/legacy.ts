/** A module that was never moved on from Swagger 2.0, with what is peculiar to it. Nothing of it is Appcircle's. */
export const legacyDescription = {
  swagger: '2.0',
  info: {
    title: 'Legacy notes',
    version: 'v1',
    description: 'Made up, to have **one** description of the old kind.',
  },
  host: 'api.elsewhere.example',
  basePath: '/legacy/v1',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json', 'text/plain'],
  securityDefinitions: {
    Bearer: {
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      description: 'The word Bearer, and a token',
    },
  },
  security: [{ Bearer: [] }],
  tags: [{ name: 'Notes', description: 'What somebody wrote down.' }],
  paths: {
    '/notes': {
      get: {
        tags: ['Notes'],
        summary: 'Notes, newest first',
        operationId: 'Notes_List',
        parameters: [
          { $ref: '#/parameters/Page' },
          {
            name: 'states',
            in: 'query',
            type: 'array',
            items: { type: 'string', enum: ['open', 'closed'] },
            collectionFormat: 'multi',
          },
          {
            name: 'ids',
            in: 'query',
            type: 'array',
            items: { type: 'integer', format: 'int64' },
            collectionFormat: 'csv',
          },
        ],
        responses: {
          200: {
            description: 'The notes.',
            schema: { type: 'array', items: { $ref: '#/definitions/Note' } },
            examples: { 'application/json': [{ id: 1, text: 'First' }] },
          },
          401: { $ref: '#/responses/Unauthorized' },
        },
      },
      post: {
        tags: ['Notes'],
        summary: 'Write a note',
        operationId: 'Notes_Create',
        parameters: [{ name: 'note', in: 'body', required: true, schema: { $ref: '#/definitions/Note' } }],
        responses: {
          201: { description: 'Written.', schema: { $ref: '#/definitions/Note' } },
          401: { $ref: '#/responses/Unauthorized' },
        },
      },
    },
    '/notes/{noteId}': {
      parameters: [{ name: 'noteId', in: 'path', required: true, type: 'integer', format: 'int64' }],
      get: {
        tags: ['Notes'],
        summary: 'One note',
        operationId: 'Notes_Get',
        produces: ['application/json'],
        responses: { 200: { description: 'The note.', schema: { $ref: '#/definitions/Note' } } },
      },
      delete: {
        tags: ['Notes'],
        summary: 'Throw a note away',
        operationId: 'Notes_Delete',
        deprecated: true,
        responses: { 204: { description: 'Gone.' } },
      },
    },
    '/notes/{noteId}/attachment': {
      post: {
        tags: ['Notes'],
        summary: 'Attach a file to a note',
        operationId: 'Notes_Attach',
        consumes: ['multipart/form-data'],
        parameters: [
          { name: 'noteId', in: 'path', required: true, type: 'integer', format: 'int64' },
          { name: 'file', in: 'formData', required: true, type: 'file' },
          { name: 'title', in: 'formData', type: 'string', default: 'Untitled' },
        ],
        responses: { default: { description: 'Whatever came of it.' } },
      },
    },
  },
  parameters: {
    Page: {
      name: 'page',
      in: 'query',
      description: 'Counted from 1.',
      type: 'integer',
      default: 1,
      minimum: 1,
    },
  },
  responses: { Unauthorized: { description: 'No token, or none that is good.' } },
  definitions: {
    Note: {
      type: 'object',
      required: ['text'],
      properties: {
        id: { type: 'integer', format: 'int64', readOnly: true },
        text: { type: 'string', maxLength: 500, example: 'Buy milk' },
        state: { type: 'string', enum: ['open', 'closed'], default: 'open' },
        answers: { type: 'array', description: 'Notes on this note.', items: { $ref: '#/definitions/Note' } },
      },
    },
  },
} as const;
