// The import directions of the house. Cruising nothing is a failure, not a success.
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/**
 * @param {string} root folder that holds apps/ and libs/
 * @returns {Promise<{cruised: number, violations: {rule: string, from: string, to: string}[]}>}
 */
export async function boundaryViolations(root) {
  const here = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const config = await extractConfig(path.join(here, '.dependency-cruiser.cjs'));
  const { options = {}, ...ruleSet } = config;
  const result = await cruise(['apps', 'libs'], { ...options, ruleSet, validate: true, baseDir: root }, undefined, {
    tsConfig: extractTsConfig(path.join(root, 'tsconfig.boundaries.json')),
  });
  const { modules, summary } = /** @type {import('dependency-cruiser').ICruiseResult} */ (result.output);
  return {
    cruised: modules.filter((module) => /^(apps|libs)\//.test(module.source)).length,
    violations: summary.violations.map((v) => ({ rule: v.rule.name, from: v.from, to: v.to })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { cruised, violations } = await boundaryViolations(process.cwd());
  for (const v of violations) console.error(`${v.rule}: ${v.from} → ${v.to}`);
  console.log(`boundaries: ${cruised} modules, ${violations.length} violations`);
  process.exit(cruised > 0 && violations.length === 0 ? 0 : 1);
}
