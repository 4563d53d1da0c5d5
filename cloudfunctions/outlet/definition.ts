import type { FunctionDefinition } from '../runtime/action';
import { addPhoto } from './addPhoto';
import { catalogue } from './catalogue';
import { claim, withdrawClaim } from './claim';
import { confirm } from './confirm';
import { detail } from './detail';
import { duplicates } from './duplicates';
import { handOver, takeOver } from './handOver';
import { market, markets } from './markets';
import { messages, readMessages } from './messages';
import { mine } from './mine';
import { nearby } from './nearby';
import { photos } from './photos';
import { points } from './points';
import { register } from './register';
import { repairs } from './repairs';
import { report, reports, withdrawReport } from './report';

export const outlet: FunctionDefinition<'outlet'> = {
  name: 'outlet',
  user: 'outlet',
  actions: {
    nearby, points, detail, catalogue, repairs, markets, market,
    duplicates, register, mine, claim, withdrawClaim, confirm, handOver, takeOver,
    addPhoto, photos,
    report, reports, withdrawReport, messages, readMessages,
  },
};
