using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Crash;

/// <summary>Fills a world with deployments that are unwell in different ways.</summary>
internal static class TroubleMaker
{
    private const string Namespace = "staging";
    private const double TooMuchForThree = 350;
    private const double TooMuchForAny = 5000;

    public static async Task<IReadOnlyList<Trouble>> MakeAsync(PracticeWorld world, int count, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var troubles = Enumerable.Range(1, count).Select(i => new Trouble(Namespace, $"app-{i}", KindOf(i), now)).ToList();
        foreach (var trouble in troubles)
            Break(world, trouble);
        await Eventually.TrueAsync(() => troubles.TrueForAll(trouble => IsUnwell(world, trouble)), "every deployment is unwell", cancellation: cancellation);
        return troubles;
    }

    private static TroubleKind KindOf(int i) => (i % 10) switch
    {
        0 => TroubleKind.BrokenDependency,
        5 => TroubleKind.Flood,
        var other => other % 2 == 0 ? TroubleKind.Overload : TroubleKind.BadRollout,
    };

    private static void Break(PracticeWorld world, Trouble trouble)
    {
        world.AddDeployment(trouble.Namespace, trouble.Deployment);
        _ = trouble.Kind switch
        {
            TroubleKind.BadRollout => world.BreakRollout(trouble.Namespace, trouble.Deployment),
            TroubleKind.Overload => world.SetTraffic(trouble.Namespace, trouble.Deployment, TooMuchForThree),
            TroubleKind.Flood => world.SetTraffic(trouble.Namespace, trouble.Deployment, TooMuchForAny),
            _ => world.FixDoesNotHelp(trouble.Namespace, trouble.Deployment),
        };
    }

    private static bool IsUnwell(PracticeWorld world, Trouble trouble)
    {
        var health = world.Health(trouble.Namespace, trouble.Deployment)!;
        return trouble.Kind is TroubleKind.Overload or TroubleKind.Flood ? health.Ready < health.Desired : health.Restarts >= 2;
    }
}
