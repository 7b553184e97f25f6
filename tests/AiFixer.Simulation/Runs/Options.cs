using System.Globalization;

namespace AiFixer.Simulation.Runs;

/// <summary>Which seeds are played.</summary>
internal sealed record Options(int First, int Count)
{
    public static Options Read() => new(Number("AIFIXER_SEED", 1), Number("AIFIXER_SIMULATE", 300));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
