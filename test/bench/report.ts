/** Figures as JSON lines: each with the baseline measured in the same run. */

export interface Figure {
  name: string;
  figure: number;
  unit: string;
  baseline?: { name: string; figure: number };
}

/** Prints one figure, rounded to three significant digits beyond the point where it matters. */
export function report({ name, figure, unit, baseline }: Figure): void {
  const rounded = (value: number) => Number(value.toPrecision(4));
  const line = { name, figure: rounded(figure), unit };
  console.log(
    JSON.stringify(baseline ? { ...line, baseline: { ...baseline, figure: rounded(baseline.figure) } } : line),
  );
}

/** The value below which a share of the sample lies. @param share between 0 and 1 */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
