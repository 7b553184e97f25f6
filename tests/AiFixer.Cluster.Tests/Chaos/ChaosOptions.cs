using System.Globalization;

namespace AiFixer.Cluster.Tests.Chaos;

/// <summary>How long, with how many incidents, and the seed: <c>./test --cluster-chaos SECONDS --seed S</c>.</summary>
internal sealed record ChaosOptions(int Seconds, int Seed)
{
    private const int SecondsInEveryRun = 20;
    private const int IncidentsInEveryRun = 40;
    private const int IncidentsOtherwise = 200;
    private const int RushInEveryRun = 2_000;
    private const int RushOtherwise = 10_000;

    public int Incidents => Seconds > SecondsInEveryRun ? IncidentsOtherwise : IncidentsInEveryRun;

    /// <summary>How many incidents become due at once.</summary>
    public int Rush => Seconds > SecondsInEveryRun ? RushOtherwise : RushInEveryRun;

    public static ChaosOptions Read() => new(Number("AIFIXER_CLUSTER_CHAOS", SecondsInEveryRun), Number("AIFIXER_SEED", 1));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
