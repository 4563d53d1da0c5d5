/** 工作总结报告 of a snapshot. The first file is kept; asking again gives that one. */
import { reportTitle } from '../../../domain/report/chapters/head';
import { reportOf as blocksOf } from '../../../domain/report/report';
import type { ReportGiven } from '../../../domain/report/given';
import { ruleByHash } from '../../../database/queries/rules';
import { keepReport, reportOf, type Report } from '../../../database/queries/reports';
import type { ClassificationRules, FormatRules, PlanRules, RuleHead, WorkPlanRules } from '../../../types/rules';
import { audit } from '../../runtime/audit';
import { sha256 } from '../../runtime/hashing';
import { figureLink, ruleOf, type Making, type Snapshot } from '../making';
import { asFileName } from '../fileName';
import { documentOf } from '../word/document';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export const givenOf = async ({ db, settings }: Pick<Making, 'db' | 'settings'>, snapshot: Snapshot): Promise<ReportGiven> => {
  const { sheet, name, at, hash, demo, id } = snapshot;
  const rules: RuleHead[] = [];
  for (const { hash: rule } of sheet.rules) rules.push((await ruleByHash<RuleHead>(db, rule))!);
  const workPlan = sheet.record ? await ruleByHash<WorkPlanRules>(db, sheet.record.workPlan.rule) : null;
  return {
    snapshot: { name, at, hash: hex(hash), demo }, sheet, plan: await ruleOf<PlanRules>(db, sheet, 'plan'), classification: await ruleOf<ClassificationRules>(db, sheet, 'classification'),
    formats: await ruleOf<FormatRules>(db, sheet, 'formats'), workPlan, rules: workPlan ? [...rules, workPlan] : rules, linkOf: figureLink(settings, id),
  };
};

export const reportFile = async (making: Making, snapshot: Snapshot): Promise<Report> => {
  const { db, now, by } = making;
  const kept = await reportOf(db, snapshot.id, 'report');
  if (kept) return kept;
  const given = await givenOf(making, snapshot);
  const content = await documentOf({ title: reportTitle, at: snapshot.at, foot: `快照「${snapshot.name}」 ${given.snapshot.hash.slice(0, 16)}`, blocks: blocksOf(given), linkOf: given.linkOf });
  const report = await keepReport(db, { snapshot_id: snapshot.id, kind: 'report', circle_id: null, street_code: null, name: `工作总结报告-${asFileName(snapshot.name)}.docx`, template_hash: null, content, hash: sha256(content), at: now.toISOString(), by });
  await audit({ db, caller: { person: by }, now }, 'report.made', snapshot.id, { table: 'report', hash: hex(report.hash) });
  return report;
};
