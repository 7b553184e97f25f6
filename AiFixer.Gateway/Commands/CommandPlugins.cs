using AiFixer.Core.Ports;
using AiFixer.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Gateway.Commands;

/// <summary>The plugins as they are configured, for a command.</summary>
internal static class CommandPlugins
{
    /// <returns>Null when they are configured wrongly.</returns>
    public static PluginSetup? Open(IConfiguration configuration, ISettings settings, out string? problem)
    {
        try
        {
            problem = null;
            return PluginSetup.Create(
                configuration.GetSection(PluginsOptions.Section).Get<PluginsOptions>() ?? new(), TimeProvider.System, NullLoggerFactory.Instance, null, settings, []);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            problem = e.Message;
            return null;
        }
    }
}
