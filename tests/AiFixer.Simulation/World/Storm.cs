using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Plugins;

namespace AiFixer.Simulation.World;

/// <summary>Many alerts of one trouble: some get worse, some are about the target of another. It takes no chance.</summary>
internal static class Storm
{
    /// <summary>How many more accounts break.</summary>
    public const int More = 5;

    /// <summary>The runs that are one. A part of them only: the others stay as they were.</summary>
    public static bool IsIn(int seed) => seed % 5 == 0;

    public static IncomingAlert In(IncomingAlert alert, string account, int delivery)
    {
        var number = account[^1] - '0';
        var severity = number % 2 == 1 && delivery > 1 && alert.Alert.Severity > Severity.P0 ? alert.Alert.Severity - 1 : alert.Alert.Severity;
        var target = number < More ? alert.Alert.Target : new TargetRef("default", "account", "default", $"account {number - More}");
        return alert with { Alert = alert.Alert with { Severity = severity, Target = target } };
    }
}
