namespace AiFixer.Plugins.Hosting;

/// <summary>How a call of a plugin ended, as far as the host saw it.</summary>
internal abstract record CallEnd<T>
{
    private CallEnd()
    {
    }

    public sealed record Returned(T Value) : CallEnd<T>;

    public sealed record Threw(Exception Error) : CallEnd<T>;

    public sealed record TimedOut(TimeSpan After) : CallEnd<T>;

    /// <summary>No place became free in time: the plugin was not called.</summary>
    public sealed record Busy : CallEnd<T>;

    /// <summary>Another plugin took its place just now: it was not called.</summary>
    public sealed record Replaced : CallEnd<T>;

    /// <summary>The caller gave up.</summary>
    public sealed record Cancelled(bool Called) : CallEnd<T>;
}
