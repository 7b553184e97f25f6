using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>Noise of many kinds, each the same every time.</summary>
internal sealed class NoiseOf(ulong seed)
{
    public static readonly string[] Kinds =
        ["normal", "uniform", "laplace", "student", "lognormal", "rare counts", "rarer counts", "alike", "very alike", "spiky", "rounded"];

    private Chances chances = new(seed);
    private double last;

    public double[] Take(string kind, int count) => [.. Enumerable.Range(0, count).Select(_ => Next(kind))];

    public double Next(string kind) => kind switch
    {
        "normal" => Normal(),
        "uniform" => chances.Share(),
        "laplace" => Math.Sign(chances.Share() - 0.5) * -Math.Log(1 - chances.Share()),
        "student" => Normal() / Math.Sqrt((Square() + Square() + Square()) / 3),
        "lognormal" => Math.Exp(0.8 * Normal()),
        "rare counts" => chances.Share() < 0.3 ? 1 + Math.Floor(2 * chances.Share()) : 0,
        "rarer counts" => chances.Share() < 0.05 ? 1 : 0,
        "alike" => last = (0.6 * last) + Normal(),
        "very alike" => last = (0.85 * last) + Normal(),
        "spiky" => chances.Share() < 0.02 ? 50 : Normal(),
        "rounded" => Math.Round(0.4 * Normal(), 0),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - chances.Share()));
        return radius * Math.Cos(2 * Math.PI * chances.Share());
    }

    private double Square() => Normal() is var normal ? normal * normal : 0;
}
