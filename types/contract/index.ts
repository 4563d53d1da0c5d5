/**
 * The contract by name: `'survey.home'` and so on. Phones import this file for its *types* alone, so
 * that no schema but that of a form travels to them.
 */
import type { InferInput, InferOutput } from 'valibot';
import * as desk from './desk';
import * as outlet from './outlet';
import * as survey from './survey';

export const contract = {
  survey: { home: survey.home, places: survey.places, begin: survey.begin, checkRemark: survey.checkRemark, submit: survey.submit, check: survey.check, withdraw: survey.withdraw, pressure: survey.pressure, seals: survey.seals, leaves: survey.leaves, results: survey.results, compare: survey.compare },
  outlet: { nearby: outlet.nearby, detail: outlet.detail, catalogue: outlet.catalogue, register: outlet.register, mine: outlet.mine },
  desk: {
    progress: desk.progress, queue: desk.queue, decide: desk.decide, posters: desk.posters, poster: desk.poster, renewPoster: desk.renewPoster,
    invite: desk.invite, invites: desk.invites, revokeInvite: desk.revokeInvite, acceptInvite: desk.acceptInvite,
    pressure: desk.pressure,
    assist: desk.assist, assists: desk.assists, revokeAssist: desk.revokeAssist,
    remarks: desk.remarks, decideRemark: desk.decideRemark,
  },
} as const;

export type Contract = typeof contract;
export type FunctionName = keyof Contract;
export type ActionName = { [F in FunctionName]: `${F}.${keyof Contract[F] & string}` }[FunctionName];

type Schemas<A extends ActionName> = A extends `${infer F extends FunctionName}.${infer N}` ? N extends keyof Contract[F] ? Contract[F][N] : never : never;
export type Input<A extends ActionName> = Schemas<A> extends { input: infer S extends import('valibot').GenericSchema } ? InferInput<S> : never;
export type ParsedInput<A extends ActionName> = Schemas<A> extends { input: infer S extends import('valibot').GenericSchema } ? InferOutput<S> : never;
export type Output<A extends ActionName> = Schemas<A> extends { output: infer S extends import('valibot').GenericSchema } ? InferOutput<S> : never;
