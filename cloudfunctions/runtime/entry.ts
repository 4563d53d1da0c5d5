/** Turns a function's actions into `exports.main`. Everything it needs comes from the environment; nothing has a default in the cloud. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseUser } from '../../database/handle';
import { connectFunction } from '../../database/postgres';
import type { AnyFunction, Ports } from './action';
import { weChatCheck } from './contentCheck';
import { cloudFiles } from './fileStore';
import { weChatImageCheck } from './imageCheck';
import { cloudSettings } from './environment';
import { readIdentity } from './identity';
import { remarkReader, remarkWriter } from './remarkBox';
import { createHandler, type Handler } from './run';
import { secretsFrom } from './secrets';

export const cloudPorts = (user: DatabaseUser): Ports => {
  const settings = cloudSettings(process.env);
  const { publicKey, deskKey } = settings.remarks;
  if (user === 'survey' && publicKey === null) throw new Error('missing or wrong environment variables: LZ_REMARK_PUBLIC_KEY');
  return {
    database: connectFunction(user, { ssl: settings.databaseTls }).database,
    secrets: secretsFrom(settings.secret),
    roundKeys: { of: async (round) => (Object.hasOwn(settings.roundKeys, round) ? Buffer.from(settings.roundKeys[round]!, 'hex') : null) },
    remarks: { writer: user === 'survey' && publicKey ? remarkWriter(publicKey) : null, reader: user === 'desk' && deskKey ? remarkReader(deskKey) : null },
    contentCheck: user === 'survey' || user === 'voice' ? weChatCheck() : null,
    files: user === 'survey' || user === 'voice' ? null : cloudFiles(),
    imageCheck: user === 'outlet' ? weChatImageCheck() : null,
    settings: { hotline: settings.hotline, oversight: settings.oversight, publicUrl: settings.publicUrl, demo: false, pushTemplate: settings.pushTemplate?.id ?? null },
    now: () => new Date(),
    random: { uuid: randomUUID, bytes: (length) => randomBytes(length) },
    log: (entry) => console.log(JSON.stringify(entry)),
    checkReplies: false,
  };
};

export const createMain = (definition: AnyFunction) => {
  // made at the first call, so that a missing variable is an error of that call and not of loading the file
  let handler: Handler | null = null;
  return (event: unknown) => {
    const identity = readIdentity();
    handler ??= createHandler(definition, cloudPorts(definition.user));
    return handler(event, identity);
  };
};
