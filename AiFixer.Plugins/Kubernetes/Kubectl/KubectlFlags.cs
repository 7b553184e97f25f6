namespace AiFixer.Plugins.Kubernetes;

/// <summary>All flags that are known. Whatever else kubectl has (another server, another user, a file) is no flag here.</summary>
internal static class KubectlFlags
{
    public const string Namespace = "namespace";
    public const string AllNamespaces = "all-namespaces";
    public const string Selector = "selector";
    public const string FieldSelector = "field-selector";
    public const string Output = "output";
    public const string Tail = "tail";
    public const string Previous = "previous";
    public const string Container = "container";
    public const string Containers = "containers";
    public const string Since = "since";
    public const string SortBy = "sort-by";
    public const string Replicas = "replicas";
    public const string ToRevision = "to-revision";
    public const string Limits = "limits";
    public const string Requests = "requests";

    private static readonly KubectlFlag[] All =
    [
        new(Namespace, 'n', KubectlType.Name), new(AllNamespaces, 'A', null), new(Selector, 'l', KubectlType.Labels),
        new(FieldSelector, null, KubectlType.Fields), new(Output, 'o', KubectlType.Output), new(Tail, null, KubectlType.Number),
        new(Previous, 'p', null), new(Container, 'c', KubectlType.Name), new(Containers, null, KubectlType.Name),
        new(Since, null, KubectlType.Duration), new(SortBy, null, KubectlType.Sorting), new(Replicas, null, KubectlType.Number),
        new(ToRevision, null, KubectlType.Number), new(Limits, null, KubectlType.Amounts), new(Requests, null, KubectlType.Amounts),
    ];

    public static KubectlFlag? Named(string name) => Array.Find(All, f => f.Name == name);

    public static KubectlFlag? Lettered(char letter) => Array.Find(All, f => f.Short == letter);
}
