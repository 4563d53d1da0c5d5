/**
 * Who may do what: the one table. The runtime lets a call in by it (cloudfunctions/runtime/run.ts), the database holds the same rights
 * to invite (lz.may_invite, compared by a test), and a test tries every action as every role, in and out of scope.
 */
import type { ActionName } from './contract';
import type { Role } from './contract/shared';

/** `own`: within her community, her street, her department. `all`: the whole district. */
export type Reach = 'own' | 'all';
/**
 * Roles that were given, each with its reach; or, without a role:
 * `anyone`: a resident, and the reply is the same for all. `self`: a resident, on what she herself made or holds a code of.
 * `owner`: a merchant, on an outlet that is hers.
 */
export type Permission = 'anyone' | 'self' | 'owner' | Readonly<Partial<Record<Role, Reach>>>;

const staff = { street: 'own', district: 'all' } as const;
const nearby = { community: 'own', ...staff } as const;
const readers = { ...staff, department: 'all' } as const;
const district = { district: 'all' } as const;
const letters = { street: 'own', district: 'all', administrator: 'all' } as const;

export const permissions = {
  'survey.home': 'anyone', 'survey.places': 'anyone', 'survey.begin': 'anyone', 'survey.checkRemark': 'anyone', 'survey.submit': 'self',
  'survey.check': 'self', 'survey.withdraw': 'self', 'survey.pressure': 'anyone', 'survey.seals': 'anyone', 'survey.leaves': 'anyone',
  'survey.results': 'anyone', 'survey.compare': 'anyone',

  'outlet.nearby': 'anyone', 'outlet.points': 'anyone', 'outlet.detail': 'anyone', 'outlet.catalogue': 'anyone', 'outlet.repairs': 'anyone',
  'outlet.markets': 'anyone', 'outlet.market': 'anyone', 'outlet.duplicates': 'anyone', 'outlet.register': 'self', 'outlet.mine': 'self',
  'outlet.claim': 'self', 'outlet.withdrawClaim': 'self', 'outlet.confirm': 'owner', 'outlet.handOver': 'owner', 'outlet.takeOver': 'self',
  'outlet.addPhoto': 'self', 'outlet.photos': 'self', 'outlet.report': 'self', 'outlet.reports': 'self', 'outlet.withdrawReport': 'self',
  'outlet.messages': 'self', 'outlet.readMessages': 'self',

  'voice.about': 'anyone', 'voice.check': 'anyone', 'voice.write': 'self', 'voice.withdraw': 'self', 'voice.mine': 'self',
  'voice.reply': 'owner', 'voice.complain': 'owner', 'voice.follow': 'self', 'voice.follows': 'self', 'voice.unfollow': 'self',
  'voice.forget': 'self', 'voice.consent': 'self',

  'desk.circles': 'anyone', 'desk.lacking': 'anyone', 'desk.answered': 'anyone', 'desk.acceptInvite': 'anyone',
  // a community worker: her community on foot, its people helped, its figures known
  'desk.progress': nearby, 'desk.posters': nearby, 'desk.poster': nearby, 'desk.assist': nearby, 'desk.assists': nearby, 'desk.revokeAssist': nearby,
  'desk.walk': nearby, 'desk.visit': nearby, 'desk.witness': nearby, 'desk.inventory': nearby, 'desk.checkInventory': nearby,
  'desk.entered': nearby, 'desk.enter': nearby,
  // a street's officer decides about outlets and words
  'desk.queue': staff, 'desk.decide': staff, 'desk.renewPoster': staff, 'desk.cases': staff, 'desk.case': staff, 'desk.decideClaim': staff,
  'desk.decideCorrection': staff, 'desk.confirmOutlet': staff, 'desk.handOver': staff, 'desk.decided': staff, 'desk.undo': staff,
  'desk.duplicates': staff, 'desk.keepApart': staff, 'desk.merge': staff, 'desk.unmerge': staff, 'desk.revokeWitness': staff,
  'desk.editing': staff, 'desk.edit': staff, 'desk.photos': staff, 'desk.decidePhoto': staff, 'desk.text': staff, 'desk.decideText': staff,
  'desk.indicators': staff, 'desk.snapshots': staff, 'export.table': staff, 'export.sheet': staff, 'export.template': staff,
  'export.entryTable': staff, 'export.checkEntries': staff, 'export.enterEntries': staff,
  // departments read where the circles stand, and tell of their own tasks
  'desk.overview': readers, 'desk.circle': readers, 'desk.figure': readers, 'desk.workPlan': readers,
  'desk.needs': readers, 'desk.project': readers, 'desk.noteTask': { ...staff, department: 'own' },
  'desk.moveProject': { department: 'own', district: 'all' }, 'desk.noteProject': { department: 'own', district: 'all' },
  // the district alone
  'desk.moveCircle': district, 'desk.saveProject': district, 'desk.snapshot': district, 'desk.rules': district, 'desk.stageRule': district, 'desk.compareRule': district,
  'desk.adoptRule': district, 'desk.dropRule': district, 'desk.remarks': district, 'desk.decideRemark': district, 'export.form': district, 'export.loadForm': district,
  'export.stage': district, 'export.staged': district, 'export.choose': district, 'export.compare': district, 'export.load': district,
  'export.drop': district, 'export.lists': district, 'export.ask': district, 'export.job': district, 'export.jobs': district, 'export.file': district,
  // letting people in and out; whom each may: `mayInvite`
  'desk.invite': letters, 'desk.invites': letters, 'desk.revokeInvite': letters, 'desk.officers': letters, 'desk.endRole': letters,
  'desk.audit': { district: 'all', administrator: 'all' },
  'desk.pressure': { oversight: 'all' },
} as const satisfies Readonly<Record<ActionName, Permission>>;

/** Whom each role lets in and lets go. Who oversees is let in from the command line alone. */
export const mayInvite: Readonly<Record<Role, readonly Role[]>> = {
  administrator: ['administrator', 'district', 'department', 'street', 'community'],
  district: ['district', 'department', 'street', 'community'],
  street: ['community'],
  community: [], department: [], oversight: [],
};

/** What these roles reach with an action: null where they may not call it. A resident's action reaches all. */
export const reachOf = (action: ActionName, roles: readonly Role[]): Reach | null => {
  const permission: Permission = permissions[action];
  if (typeof permission === 'string') return 'all';
  const reaches = roles.map((role) => permission[role]);
  return reaches.includes('all') ? 'all' : reaches.includes('own') ? 'own' : null;
};
