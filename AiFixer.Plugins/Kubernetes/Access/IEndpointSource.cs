namespace AiFixer.Plugins.Kubernetes;

/// <summary>Knows where the API is now. The same instance comes back until something changed.</summary>
internal interface IEndpointSource
{
    /// <exception cref="KubeAccessException">It cannot be told.</exception>
    KubeEndpoint Current();
}
