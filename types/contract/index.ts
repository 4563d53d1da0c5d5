/**
 * The contract by name: `'survey.home'` and so on. Phones import this file for its *types* alone, so
 * that no schema but that of a form travels to them.
 */
import type { InferInput, InferOutput } from 'valibot';
import * as circles from './circles';
import * as desk from './desk';
import * as enteredFile from './enteredFile';
import * as exporting from './export';
import * as field from './field';
import * as inventory from './inventory';
import * as merchant from './merchant';
import * as officers from './officers';
import * as outlet from './outlet';
import * as pairs from './pairs';
import * as photos from './photos';
import * as projects from './projects';
import * as results from './results';
import * as survey from './survey';
import * as voice from './voice';
import * as workPlan from './workPlan';

export const contract = {
  survey: { home: survey.home, places: survey.places, begin: survey.begin, checkRemark: survey.checkRemark, submit: survey.submit, check: survey.check, withdraw: survey.withdraw, pressure: survey.pressure, seals: results.seals, leaves: results.leaves, results: results.results, compare: results.compare },
  outlet: {
    nearby: outlet.nearby, points: outlet.points, detail: outlet.detail, catalogue: outlet.catalogue,
    repairs: outlet.repairs, markets: outlet.markets, market: outlet.market,
    duplicates: merchant.duplicates, register: merchant.register, mine: merchant.mine,
    claim: merchant.claim, withdrawClaim: merchant.withdrawClaim, confirm: merchant.confirm, handOver: merchant.handOver, takeOver: merchant.takeOver,
    addPhoto: photos.addPhoto, photos: photos.photos,
    report: outlet.report, reports: outlet.reports, withdrawReport: outlet.withdrawReport, messages: outlet.messages, readMessages: outlet.readMessages,
  },
  desk: {
    progress: desk.progress, queue: desk.queue, decide: desk.decide, posters: desk.posters, poster: desk.poster, renewPoster: desk.renewPoster,
    cases: desk.cases, case: desk.oneCase, decideClaim: desk.decideClaim, decideCorrection: desk.decideCorrection, confirmOutlet: desk.confirmOutlet,
    handOver: desk.handOver, decided: desk.decided, undo: desk.undo,
    duplicates: pairs.duplicates, keepApart: pairs.keepApart, merge: pairs.merge, unmerge: pairs.unmerge,
    invite: officers.invite, invites: officers.invites, revokeInvite: officers.revokeInvite, acceptInvite: officers.acceptInvite,
    officers: officers.officers,
    endRole: officers.endRole,
    audit: officers.audit,
    pressure: desk.pressure,
    assist: desk.assist, assists: desk.assists, revokeAssist: desk.revokeAssist,
    remarks: desk.remarks, decideRemark: desk.decideRemark,
    walk: field.walk, visit: field.visit, witness: field.witness, revokeWitness: field.revokeWitness, editing: field.editing, edit: field.edit,
    inventory: inventory.inventory, checkInventory: inventory.checkInventory, indicators: inventory.indicators,
    photos: photos.deskPhotos, decidePhoto: photos.decidePhoto,
    text: voice.deskText, decideText: voice.decideText,
    circles: circles.circles,
    lacking: circles.lacking,
    overview: circles.overview,
    circle: circles.circle,
    moveCircle: circles.moveCircle,
    entered: circles.entered,
    enter: circles.enter,
    figure: circles.figure,
    snapshot: circles.snapshot,
    snapshots: circles.snapshots,
    rules: circles.rules,
    stageRule: circles.stageRule,
    compareRule: circles.compareRule,
    adoptRule: circles.adoptRule,
    dropRule: circles.dropRule,
    workPlan: workPlan.workPlan,
    noteTask: workPlan.noteTask,
    needs: projects.needs,
    project: projects.project,
    saveProject: projects.saveProject,
    moveProject: projects.moveProject,
    noteProject: projects.noteProject,
    answered: projects.answered,
  },
  voice: {
    about: voice.about, check: voice.check, write: voice.write, withdraw: voice.withdraw, mine: voice.mine, reply: voice.reply, complain: voice.complain,
    follow: voice.follow, follows: voice.follows, unfollow: voice.unfollow, forget: voice.forget, consent: voice.consent,
  },
  export: {
    stage: exporting.stage, staged: exporting.staged, choose: exporting.choose, compare: exporting.compare, load: exporting.load, drop: exporting.drop,
    lists: exporting.lists, sheet: exporting.sheet, template: exporting.template,
    table: exporting.table,
    form: exporting.form, loadForm: exporting.loadForm,
    entryTable: enteredFile.entryTable, checkEntries: enteredFile.checkEntries, enterEntries: enteredFile.enterEntries,
    ask: exporting.ask, job: exporting.job, jobs: exporting.jobs, file: exporting.file,
  },
} as const;

export type Contract = typeof contract;
export type FunctionName = keyof Contract;
export type ActionName = { [F in FunctionName]: `${F}.${keyof Contract[F] & string}` }[FunctionName];

type Schemas<A extends ActionName> = A extends `${infer F extends FunctionName}.${infer N}` ? N extends keyof Contract[F] ? Contract[F][N] : never : never;
export type Input<A extends ActionName> = Schemas<A> extends { input: infer S extends import('valibot').GenericSchema } ? InferInput<S> : never;
export type ParsedInput<A extends ActionName> = Schemas<A> extends { input: infer S extends import('valibot').GenericSchema } ? InferOutput<S> : never;
export type Output<A extends ActionName> = Schemas<A> extends { output: infer S extends import('valibot').GenericSchema } ? InferOutput<S> : never;
