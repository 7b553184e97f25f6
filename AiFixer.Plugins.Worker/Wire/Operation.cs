namespace AiFixer.Plugins.Worker.Wire;

/// <summary>What a message is about.</summary>
internal enum Operation
{
    /// <summary>The worker has loaded what it could; the first thing it says.</summary>
    Catalogue,
    Run,
    Preview,
    Execute,
    Observe,

    /// <summary>The host does not want the answer any more.</summary>
    Cancel,

    /// <summary>The plugin asks whether its call may leave, and the host's answer.</summary>
    MayLeave,

    /// <summary>The plugin asks for one of its settings, and the host's answer.</summary>
    Setting,

    /// <summary>The plugin threw an exception.</summary>
    Threw,
}
