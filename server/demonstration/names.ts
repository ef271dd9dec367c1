/**
 * Names of the people of the demonstration: a compound surname and a term of the calendar or a star of the Dipper.
 * They read like names, sort and search like names, and nobody can take them for somebody in office.
 */
import { pinyin } from 'pinyin-pro';
import type { Seed } from './seed.ts';

const surnames =
  '欧阳 上官 司徒 诸葛 东方 南宫 慕容 令狐 皇甫 尉迟 公孙 端木 百里 轩辕 独孤 宇文 长孙 夏侯 呼延 钟离 濮阳 澹台 申屠 闻人 公冶 赫连'.split(
    ' ',
  );
/** The twenty-four solar terms: officials. */
const solarTerms =
  '立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至 小寒 大寒'.split(
    ' ',
  );
/** The stars of the Dipper and the months of the seasons: those who work with the product. */
const starsAndMonths =
  '天枢 天璇 天玑 天权 玉衡 开阳 摇光 孟春 仲春 季春 孟夏 仲夏 季夏 孟秋 仲秋 季秋 孟冬 仲冬 季冬'.split(' ');

const combined = (given: readonly string[]) => surnames.flatMap((surname) => given.map((name) => surname + name));

/** All names for officials, in the seed's order, none twice. */
export const officialNames = (seed: Seed): string[] => seed.branch('official-names').shuffled(combined(solarTerms));

/** All names for staff, in the seed's order, none twice and none an official's. */
export const staffNames = (seed: Seed): string[] => seed.branch('staff-names').shuffled(combined(starsAndMonths));

/** How a name is typed: its pinyin without tones or blanks, and the initials. A leading surname is read as one (尉迟, 长孙). */
export function spelling(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true });
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
