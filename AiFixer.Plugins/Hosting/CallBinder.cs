namespace AiFixer.Plugins.Hosting;

/// <summary>Finds the plugin and makes its arguments fit, before anything runs.</summary>
internal static class CallBinder
{
    public static BoundCall<T> Bind<T>(PluginRegistry registry, string name, PluginCall call)
        where T : class, IPlugin
    {
        if (registry.Find(name) is not { } slot)
            return new($"there is no plugin '{OutsideText.Line(name, 100)}'");
        if (!slot.IsReady)
            return new($"{slot.Manifest.Name} is not configured: {string.Join(", ", slot.Plugin.MissingConfiguration)}");
        if (slot.Plugin is not T plugin)
            return new($"{slot.Manifest.Name} is a {slot.Manifest.Category} plugin");
        var bound = slot.Schema.Bind(call.Arguments);
        if (bound.Canonical is not { } arguments)
            return new($"arguments of {slot.Manifest.Name}: {string.Join("; ", bound.Errors)}");
        return new(slot, plugin, call with { Arguments = arguments });
    }
}
