using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Actors;

/// <summary>What is wrong with the accounts of a run, and with reaching them.</summary>
internal static class Accounts
{
    private static readonly string[] Fixes = ["Set", "Swap", "Append", "Set,Append", "Swap,Set"];

    /// <summary>Breaks the account.</summary>
    /// <returns>What the alerts about it say may fix it.</returns>
    public static string Break(Stage stage, string name)
    {
        var chance = stage.Sim.Chance;
        stage.Ledger.Change(name, account =>
        {
            account.Recovery = chance.Percent(70) ? chance.Seconds(0, 20) : null;
            account.HasUndo = chance.Percent(60);
            account.Slowness = chance.Percent(30) ? chance.Seconds(0, chance.Of(2, 18)) : TimeSpan.Zero;
            account.CallsLost = Few(stage);
            account.AnswersLost = Few(stage);
            account.Refusals = Few(stage);
            account.Busy = Few(stage);
            account.BlindLooks = Few(stage);
        });
        return chance.Of(Fixes);
    }

    private static int Few(Stage stage) => stage.Sim.Chance.Percent(25) ? stage.Sim.Chance.Between(1, 2) : 0;
}
