package de.dolmetscherhotline.matching;

/**
 * What a wave must reach. Times in seconds.
 *
 * @param oneMoreEvery how soon another phone may follow if nobody has accepted; infinite if the phones of this wave must
 *     suffice by themselves
 * @param phonesThatMayFail the target must be reached even if this many of the likeliest phones are not answered
 */
record WaveGoal(double targetProbability, double window, double oneMoreEvery, int phonesThatMayFail, int maxPhones) {}
