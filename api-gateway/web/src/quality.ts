/** A level as the player knows it; `index` is hls.js's. */
export interface Level {
  height: number;
  bitrate: number;
}

export interface Choice {
  value: string;
  label: string;
}

/** Choices of the quality menu: automatic, then the levels, highest first; equal heights carry their bitrate. */
export function choices(levels: readonly Level[], automatic: string | null): Choice[] {
  const heights = levels.map((level) => level.height);
  const listed = levels
    .map((level, index) => ({ level, index }))
    .sort((a, b) => b.level.height - a.level.height || b.level.bitrate - a.level.bitrate)
    .map(({ level, index }) => ({ value: String(index), label: label(level, heights) }));
  return [{ value: "-1", label: automatic === null ? "Automatic" : `Automatic (${automatic})` }, ...listed];
}

function label(level: Level, heights: readonly number[]): string {
  if (level.height <= 0) {
    return "Sound only";
  }
  const twins = heights.filter((height) => height === level.height).length > 1;
  return twins ? `${level.height}p, ${Math.round(level.bitrate / 1000)} kbit/s` : `${level.height}p`;
}
