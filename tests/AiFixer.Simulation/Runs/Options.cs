using System.Globalization;

namespace AiFixer.Simulation.Runs;

/// <summary>Which seeds are played.</summary>
/// <param name="StopsAtFirst">Whether the first broken promise ends it.</param>
internal sealed record Options(int First, int Count, bool StopsAtFirst)
{
    public static Options Read() => new(Number("AIFIXER_SEED", 1), Number("AIFIXER_SIMULATE", 300), Number("AIFIXER_STOP_AT_FIRST", 0) == 1);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
