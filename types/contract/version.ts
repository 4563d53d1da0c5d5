/**
 * The phone sends the version it was built with. The server is deployed first and serves every version
 * in `aliveVersions`; take one out only when no phone has sent it for a month.
 */
export const contractVersion = 1;
export const aliveVersions: readonly number[] = [1];
