/** The rules of function `voice`. */
import type { FormatRules, VoiceRules, WalkingRules } from '../../types/rules';
import type { Context } from '../runtime/action';
import { rememberedRule } from '../runtime/ruleInForce';

type Reading = Pick<Context, 'db' | 'memo'>;
export const voiceRules = async (context: Reading) => (await rememberedRule<VoiceRules>(context, 'voice')).body;
export const formatRules = async (context: Reading) => (await rememberedRule<FormatRules>(context, 'formats')).body;
export const walkingRules = async (context: Reading) => (await rememberedRule<WalkingRules>(context, 'walking')).body;
