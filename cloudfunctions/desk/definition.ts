import type { FunctionDefinition } from '../runtime/action';
import { assist, assists, revokeAssist } from './assists';
import { audit } from './audit';
import { cases } from './cases';
import { circle, moveCircle } from './circles/circle';
import { circles } from './circles/circles';
import { enter, entered } from './circles/entered';
import { figure } from './circles/figure';
import { lacking } from './circles/lacking';
import { overview } from './circles/overview';
import { adoptRule, compareRule, dropRule, rules, stageRule } from './circles/rules';
import { snapshot, snapshots } from './circles/snapshots';
import { confirmOutlet } from './confirmOutlet';
import { decide } from './decide';
import { decideClaim } from './decideClaim';
import { decideCorrection } from './decideCorrection';
import { decided } from './decided';
import { duplicates, keepApart } from './duplicates';
import { edit, editing } from './edit';
import { handOver } from './handOver';
import { acceptInvite, invite, invites, revokeInvite } from './invites';
import { merge } from './merge';
import { indicators } from './indicators';
import { checkInventory, inventory } from './inventory';
import { endRole, officers } from './officers';
import { decidePhoto, photos } from './photos';
import { oneCase } from './oneCase';
import { poster, posters, renewPoster } from './posters';
import { pressure } from './pressure';
import { progress } from './progress';
import { answered, needs } from './projects/needs';
import { moveProject, noteProject, project, saveProject } from './projects/project';
import { queue } from './queue';
import { decideRemark, remarks } from './remarks';
import { decideText, text } from './texts';
import { revokeWitness, witness } from './witness';
import { undo } from './undo';
import { unmerge } from './unmerge';
import { visit } from './visit';
import { walk } from './walk';
import { noteTask, workPlan } from './workPlan';

export const desk: FunctionDefinition<'desk'> = {
  name: 'desk',
  user: 'desk',
  actions: {
    progress, queue, decide, posters, poster, renewPoster, invite, invites, revokeInvite, acceptInvite, pressure, assist, assists, revokeAssist, remarks, decideRemark,
    walk, visit, witness, revokeWitness, editing, edit,
    photos, decidePhoto,
    text, decideText,
    inventory, checkInventory, indicators,
    cases, case: oneCase, decideClaim, decideCorrection, confirmOutlet, handOver, decided, undo,
    duplicates, keepApart, merge, unmerge,
    circles,
    lacking,
    officers,
    endRole,
    audit,
    overview,
    circle,
    moveCircle,
    entered,
    enter,
    figure,
    snapshot,
    snapshots,
    rules,
    stageRule,
    compareRule,
    adoptRule,
    dropRule,
    workPlan,
    noteTask,
    needs,
    answered,
    project,
    saveProject,
    moveProject,
    noteProject,
  },
};
