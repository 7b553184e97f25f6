using AiFixer.Simulation.Kernel;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Actors;

/// <summary>Somebody who now and then stops everything for a while. Takes chance of its own: what else happens stays as it was.</summary>
internal sealed class Stopper(Stage stage, int seed)
{
    private const int OneIn = 4;
    private readonly Chance chance = new(~seed);

    public async Task RunAsync()
    {
        if (chance.Below(OneIn) > 0)
            return;
        var end = stage.Clock.GetUtcNow() + stage.Plot.Turmoil;
        while (stage.Clock.GetUtcNow() < end)
        {
            await stage.Clock.PassAsync(chance.Seconds(5, 60));
            stage.Stop(isStopped: true);
            await stage.Clock.PassAsync(chance.Seconds(1, 40));
            stage.Stop(isStopped: false);
        }
    }
}
