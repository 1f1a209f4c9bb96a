export const TEMPERATURE_CLASSES = ['ambient', 'chilled', 'frozen'] as const;

/** 温度帯: 常温, 冷蔵, 冷凍. */
export type TemperatureClass = (typeof TEMPERATURE_CLASSES)[number];
