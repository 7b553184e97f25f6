namespace AiFixer.Plugins.Hosting;

/// <summary>Finds the plugin and makes its arguments fit, before anything runs.</summary>
internal sealed class CallBinder(PluginRegistry registry, PluginConditions conditions)
{
    /// <summary>A call that asks for something new.</summary>
    public BoundCall<T> Bind<T>(string name, PluginCall call)
        where T : class, IPlugin =>
        conditions.IsKnown
            ? Bind<T>(name, call, mayBeDisabled: false)
            : new("it is not known yet which plugins are disabled: the store did not answer since the start", mayPass: true);

    /// <summary>A call that only looks what became of something that was done: of a disabled plugin too.</summary>
    public BoundCall<T> BindLook<T>(string name, PluginCall call)
        where T : class, IPlugin => Bind<T>(name, call, mayBeDisabled: true);

    /// <summary>Asked again when a call has waited for its place.</summary>
    public string? WhyNot(PluginSlot slot) => Reason(slot, mayBeDisabled: false);

    private BoundCall<T> Bind<T>(string name, PluginCall call, bool mayBeDisabled)
        where T : class, IPlugin
    {
        if (registry.Current.Find(name) is not { } slot)
            return new($"there is no plugin '{OutsideText.Line(name, 100)}'");
        if (Reason(slot, mayBeDisabled) is { } reason)
            return new(reason);
        if (slot.Plugin is not T plugin)
            return new($"{slot.Manifest.Name} is a {slot.Manifest.Category} plugin");
        var bound = slot.Schema.Bind(call.Arguments);
        if (bound.Canonical is not { } arguments)
            return new($"arguments of {slot.Manifest.Name}: {string.Join("; ", bound.Errors)}");
        return new(slot, plugin, call with { Arguments = arguments });
    }

    private string? Reason(PluginSlot slot, bool mayBeDisabled)
    {
        if (!mayBeDisabled && conditions.DisabledBy(slot.Manifest.Name) is { } disabled)
            return PluginConditions.Sentence(slot.Manifest.Name, disabled);
        return PluginConditions.Configured(slot).Reason;
    }
}
