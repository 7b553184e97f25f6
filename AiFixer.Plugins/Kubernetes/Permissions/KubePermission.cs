namespace AiFixer.Plugins.Kubernetes;

/// <summary>One thing a plugin has to be allowed.</summary>
/// <param name="Verb">What, such as <c>list</c>.</param>
/// <param name="Group">The API group; empty for the core.</param>
/// <param name="Resource">The kind's plural, and its part after a slash.</param>
internal sealed record KubePermission(string Verb, string Group, string Resource)
{
    /// <summary>Needed in all namespaces, whichever is asked about.</summary>
    public bool Everywhere { get; init; }

    /// <summary>Whether it is asked for in a namespace, or in the cluster.</summary>
    public bool IsNamespaced => !Everywhere && Resource is not ("nodes" or "namespaces" or "persistentvolumes" or "storageclasses" or "priorityclasses");

    public override string ToString() => $"{Verb} {Resource}{(Group.Length == 0 ? "" : $".{Group}")}";
}
