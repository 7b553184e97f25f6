using AiFixer.Playground;

namespace AiFixer.Gateway.Practice;

/// <summary>Something to do to a deployment of the practice world.</summary>
/// <param name="Key">The key of what its button says; with <c>.done</c>, of what the page says afterwards.</param>
public sealed record Trouble(string Verb, string Key, Func<PracticeWorld, string, string, bool> Inject)
{
    private const double TooMuch = 1.4;
    private const double PodCapacity = 100;

    public static IReadOnlyList<Trouble> All { get; } =
    [
        new("break-rollout", "practice.breakRollout", (world, ns, name) => world.BreakRollout(ns, name)),
        new("traffic", "practice.traffic", Overload),
        new("unfixable", "practice.unfixable", (world, ns, name) => world.FixDoesNotHelp(ns, name)),
        new("heal", "practice.heal", (world, ns, name) => world.Heal(ns, name)),
    ];

    /// <summary>As much more as half as many pods again can take.</summary>
    private static bool Overload(PracticeWorld world, string ns, string name) =>
        world.Health(ns, name) is { } health && world.SetTraffic(ns, name, health.Desired * PodCapacity * TooMuch, PodCapacity);
}
