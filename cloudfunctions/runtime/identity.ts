/**
 * Who is calling, in the cloud. `getWXContext()` reads process.env at the moment it is called, so it must
 * run on the first line of `main`, before any await: afterwards the instance may serve someone else.
 */
import cloud from 'wx-server-sdk';

export const readIdentity = (): string | null => {
  const { OPENID, APPID } = cloud.getWXContext() as { OPENID?: string; APPID?: string };
  return OPENID ? `wx:${APPID ?? ''}:${OPENID}` : null;
};
