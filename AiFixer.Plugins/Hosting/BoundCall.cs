namespace AiFixer.Plugins.Hosting;

/// <summary>A call that may be made, or why not.</summary>
internal sealed class BoundCall<T>
    where T : class, IPlugin
{
    private readonly (PluginSlot Slot, T Plugin, PluginCall Call)? parts;

    public BoundCall(string error, bool mayPass = false) => (Error, MayPass) = (error, mayPass);

    public BoundCall(PluginSlot slot, T plugin, PluginCall call) => parts = (slot, plugin, call);

    public string? Error { get; }

    /// <summary>Asking again later may help.</summary>
    public bool MayPass { get; }

    public PluginSlot Slot => parts!.Value.Slot;

    public T Plugin => parts!.Value.Plugin;

    public PluginCall Call => parts!.Value.Call;
}
