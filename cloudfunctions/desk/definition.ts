import type { FunctionDefinition } from '../runtime/action';
import { assist, assists, revokeAssist } from './assists';
import { decide } from './decide';
import { acceptInvite, invite, invites, revokeInvite } from './invites';
import { poster, posters, renewPoster } from './posters';
import { pressure } from './pressure';
import { progress } from './progress';
import { queue } from './queue';
import { decideRemark, remarks } from './remarks';

export const desk: FunctionDefinition<'desk'> = {
  name: 'desk',
  user: 'desk',
  actions: { progress, queue, decide, posters, poster, renewPoster, invite, invites, revokeInvite, acceptInvite, pressure, assist, assists, revokeAssist, remarks, decideRemark },
};
