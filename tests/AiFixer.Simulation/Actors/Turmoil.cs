using AiFixer.Simulation.Nodes;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Actors;

/// <summary>Everything that goes wrong by itself, for as long as the plot says; then all is well again.</summary>
internal sealed class Turmoil(Stage stage, Fleet fleet, Placement placement)
{
    public async Task RunAsync()
    {
        var chance = stage.Sim.Chance;
        stage.Disk.Faults.Percent = chance.Of(0, 2, 10);
        stage.Disk.Faults.MostMilliseconds = chance.Of(5, 50, 1500);
        stage.Network.LostPercent = chance.Of(0, 1, 10);
        stage.Network.TwicePercent = chance.Of(0, 10);
        stage.Network.SlowPercent = chance.Of(0, 5, 20);
        stage.CrowdedPercent = chance.Of(0, 20, 60);
        if (stage.HasChat)
            (stage.Chat.LimitedPercent, stage.Chat.TokenPercent, stage.Chat.BrokenPercent) = (chance.Of(0, 10, 40), chance.Of(0, 5), chance.Of(0, 5, 20));
        var end = stage.Clock.GetUtcNow() + stage.Plot.Turmoil;
        while (stage.Clock.GetUtcNow() < end)
        {
            await stage.Clock.PassAsync(chance.Seconds(1, stage.Plot.Calm));
            await OneAsync();
        }

        EndAll();
    }

    private Task OneAsync() => stage.Sim.Chance.Below(10) switch
    {
        < 3 => Kill(),
        < 5 => PauseAsync(),
        5 => Stop(),
        6 => OutageAsync(),
        7 => Skew(),
        8 => Meddle(),
        _ => Move(),
    };

    private Task Kill()
    {
        if (fleet.Alive is { Count: > 0 } alive)
            stage.Sim.Chance.Of(alive).Process.Kill();
        return Task.CompletedTask;
    }

    /// <summary>Often for longer than its lease; then another takes over, and the first wakes up and knows nothing of it.</summary>
    private async Task PauseAsync()
    {
        if (fleet.Alive is not { Count: > 0 } alive)
            return;
        var stopped = stage.Sim.Chance.Of(alive);
        stopped.Process.Pause();
        await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(1, 20));
        if (stage.Sim.Chance.Percent(60))
            fleet.Start();
        await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(0, 25));
        stopped.Process.GoOn();
    }

    private Task Stop()
    {
        if (fleet.Alive is { Count: > 0 } alive)
            stage.Sim.Chance.Of(alive).Stop();
        return Task.CompletedTask;
    }

    private async Task OutageAsync()
    {
        stage.Sim.Story.Tell(stage.Sim, $"the database is gone");
        stage.Disk.Faults.IsGone = true;
        await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(1, 30));
        stage.Disk.Faults.IsGone = false;
        stage.Sim.Story.Tell(stage.Sim, $"the database is back");
    }

    /// <summary>Somebody's clock jumps: mostly a little, sometimes an hour back.</summary>
    private Task Skew()
    {
        var jump = stage.Sim.Chance.Percent(15) ? TimeSpan.FromHours(-1) : stage.Sim.Chance.Seconds(-120, 120);
        if (stage.Sim.Chance.Percent(20) && jump < TimeSpan.Zero)
            stage.Disk.Skew += jump;
        else if (fleet.Alive is { Count: > 0 } alive)
            stage.Sim.Chance.Of(alive).Process.Skew += jump;
        stage.Sim.Story.Tell(stage.Sim, $"a clock jumps by {jump}");
        return Task.CompletedTask;
    }

    /// <summary>The cluster forgets where incidents are at work, and begins them elsewhere.</summary>
    private Task Move()
    {
        placement.Move();
        return Task.CompletedTask;
    }

    private Task Meddle()
    {
        stage.Ledger.Meddle($"account {stage.Sim.Chance.Below(stage.Plot.Troubles)}");
        return Task.CompletedTask;
    }

    private void EndAll()
    {
        stage.Sim.Story.Tell(stage.Sim, $"nothing goes wrong any more");
        stage.CalmSince = TimeSpan.FromTicks(stage.Sim.Now);
        stage.Disk.Faults.Percent = 0;
        stage.Disk.Faults.MostMilliseconds = 5;
        stage.Network.LostPercent = stage.Network.TwicePercent = stage.Network.SlowPercent = 0;
        stage.CrowdedPercent = 0;
        (stage.Chat.LimitedPercent, stage.Chat.TokenPercent, stage.Chat.BrokenPercent) = (0, 0, 0);
    }
}
