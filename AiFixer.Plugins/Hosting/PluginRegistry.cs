namespace AiFixer.Plugins.Hosting;

/// <summary>Which plugins there are now. What reads it sees all of one catalogue or all of the next.</summary>
internal sealed class PluginRegistry : IDisposable
{
    private readonly Lock replacing = new();
    private readonly PluginHostOptions options;
    private volatile PluginCatalogue current;

    /// <exception cref="InvalidOperationException">A plugin cannot be used; the message names every one.</exception>
    public PluginRegistry(IEnumerable<IPlugin> plugins, PluginHostOptions options)
    {
        this.options = options;
        var builtIn = Admission.Admit(PluginSource.BuiltIn, plugins, [], options.MaxConcurrentCalls);
        if (builtIn.Failures.Count > 0)
            throw new InvalidOperationException("Plugins that cannot be used: " + string.Join("; ", builtIn.Failures.Select(f => f.Reason)));
        current = new([builtIn]);
    }

    public PluginCatalogue Current => current;

    /// <summary>
    /// Puts other plugins in the place of those that came from a source before. A plugin that cannot be used is a failure like
    /// those that are handed in, and keeps none of the others out. Calls that are under way go on to their end.
    /// </summary>
    /// <param name="source">Such as <c>custom</c>; the names of its plugins begin with it and a dot.</param>
    /// <param name="plugins">One that was there before, the same object, keeps its places.</param>
    /// <param name="failures">What could not be made a plugin at all.</param>
    public Replacement Replace(string source, IEnumerable<IPlugin> plugins, IEnumerable<PluginFailure> failures)
    {
        if (source == PluginSource.BuiltIn)
            throw new ArgumentException("What is built in stays.", nameof(source));
        lock (replacing)
        {
            var (before, others) = (current.Sources.FirstOrDefault(s => s.Name == source), current.Sources.Where(s => s.Name != source).ToList());
            var admitted = Admission.Admit(source, plugins, before?.Slots ?? [], options.MaxConcurrentCalls);
            var now = admitted with { Failures = [.. failures, .. admitted.Failures] };
            current = new([.. others, now]);
            var gone = (before?.Slots ?? []).Except(now.Slots).ToList();
            return new(now.Failures, Task.WhenAll(gone.Select(slot => slot.Calls.CloseAsync())));
        }
    }

    public void Dispose()
    {
        foreach (var slot in current.All)
            slot.Dispose();
    }
}
