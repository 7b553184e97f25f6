using System.Globalization;

namespace AiFixer.EndToEnd.Crash;

/// <summary>How many kills, and the seed of their moments: <c>./test --crash N --seed S</c>.</summary>
internal sealed record CrashOptions(int Kills, int Seed)
{
    private const int KillsInEveryRun = 24;

    public static CrashOptions Read() => new(Number("AIFIXER_CRASH_RUNS", KillsInEveryRun), Number("AIFIXER_SEED", 1));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
