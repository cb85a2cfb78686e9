import type { Tool } from '../../../ui/tools/tool';
import { getVersionTool } from './getVersion';
import { uploadVersionTool, type UploadToolDeps } from './uploadVersion';

/** The tools of testing distribution. */
export function distributionTools(deps: UploadToolDeps): {
  getVersion: () => Tool;
  uploadVersion: () => Tool;
} {
  return { getVersion: getVersionTool, uploadVersion: () => uploadVersionTool(deps) };
}
