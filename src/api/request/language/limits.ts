/** In UTF-16 units. Beyond, an editor only shows a document and sends its requests. */
export const MAX_LANGUAGE_LENGTH = 1024 * 1024;
