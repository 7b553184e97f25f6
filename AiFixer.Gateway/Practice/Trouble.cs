using AiFixer.Playground;

namespace AiFixer.Gateway.Practice;

/// <summary>Something to do to a deployment of the practice world.</summary>
/// <param name="Said">What the page says afterwards.</param>
public sealed record Trouble(string Verb, string Button, string Said, Func<PracticeWorld, string, string, bool> Inject)
{
    private const double TooMuch = 1.4;
    private const double PodCapacity = 100;

    public static IReadOnlyList<Trouble> All { get; } =
    [
        new("break-rollout", "Roll out a broken version", "a broken version is being rolled out; the alert comes in a few seconds.", (world, ns, name) => world.BreakRollout(ns, name)),
        new("traffic", "Send too much traffic", "it gets more traffic than its pods can serve; the alert comes in a few seconds.", Overload),
        new("unfixable", "Break what it depends on", "what it depends on is broken; no rollback will help.", (world, ns, name) => world.FixDoesNotHelp(ns, name)),
        new("heal", "Heal", "every fault is taken away.", (world, ns, name) => world.Heal(ns, name)),
    ];

    /// <summary>As much more as half as many pods again can take.</summary>
    private static bool Overload(PracticeWorld world, string ns, string name) =>
        world.Health(ns, name) is { } health && world.SetTraffic(ns, name, health.Desired * PodCapacity * TooMuch, PodCapacity);
}
