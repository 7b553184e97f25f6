using AiFixer.Core.Plugins;
using AiFixer.Hosting.Dynamic;
using AiFixer.Plugins;
using AiFixer.Plugins.Checks;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>How the connections and the plugins that need them are found.</summary>
internal static class ConnectionFindings
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var settings = await StoredSettings.ReadAsync(configuration, cancellationToken);
        using var setup = CommandPlugins.Open(configuration, settings, out var problem);
        if (setup is null)
            return [new("connections", FindingState.Broken, problem!, "correct what is said above; then they can be looked at")];
        await setup.LoadCustomAsync(cancellationToken);
        var connections = await Task.WhenAll(setup.Checks.Select(check => LookAsync(check, cancellationToken)));
        return [.. connections, .. Plugins(setup.States.All), .. Unknown(settings)];
    }

    internal static async Task<Finding> LookAsync(IConnectionCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new(check.Subject, FindingState.Broken, "it did not answer in time", "check whether a firewall drops what we send");
        }
        catch (Exception e)
        {
            return new(check.Subject, FindingState.Broken, $"looking at it failed: {e.GetType().Name}: {e.Message}", "this is a defect of AiFixer: please report it with this line");
        }
    }

    /// <summary>Why the store does not answer is said where the store is looked at.</summary>
    private static IEnumerable<Finding> Unknown(StoredSettings settings) => settings.IsKnown
        ? []
        : [new("plugins", FindingState.Limited, "which of them were disabled at run time is not known", "let the store answer; until then a service that starts calls none")];

    /// <summary>What cannot be loaded one by one; what is only not configured together, by what it wants.</summary>
    private static IEnumerable<Finding> Plugins(IReadOnlyList<PluginStatus> all)
    {
        foreach (var failed in all.Where(plugin => plugin.State == PluginState.Failed))
            yield return new($"plugin {failed.Name}", FindingState.Broken, failed.Reason ?? "it could not be loaded", "correct it in its file: it is loaded again by itself (docs/plugins.md)");
        foreach (var disabled in all.Where(plugin => plugin.State == PluginState.Disabled))
            yield return new($"plugin {disabled.Name}", FindingState.Limited, disabled.Reason ?? "it was disabled", "enable it on its page when what it was disabled for is over");
        foreach (var wanting in all.Where(plugin => plugin.State == PluginState.NotConfigured).GroupBy(plugin => string.Join(", ", plugin.Missing)))
            yield return new(
                $"plugins {string.Join(", ", wanting.Select(plugin => plugin.Name))}", FindingState.NotConfigured, "not configured", $"set {wanting.Key} to use them");
        yield return new("plugins", FindingState.Fine, $"{all.Count(plugin => plugin.State == PluginState.Ready)} ready");
    }
}
