using System.Diagnostics;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Plugins.Hosting;

/// <summary>Gives each call what a plugin may use.</summary>
internal sealed class CallEquipment(ISettings settings, TimeProvider time, ILogger logger)
{
    /// <summary>Asked when the call has its place, since its time begins then.</summary>
    public PluginCall Equip(PluginCall call, PluginSlot slot)
    {
        var trace = call.TraceId.Length > 0 ? call.TraceId : (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        return call with
        {
            Settings = new OwnSettings(settings, slot.Manifest.Name),
            Log = new OwnLog(logger, slot.Manifest.Name, call, trace),
            TraceId = trace,
            DryRun = false,
            Deadline = time.GetUtcNow() + slot.Manifest.Timeout,
        };
    }
}
