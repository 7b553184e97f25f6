namespace AiFixer.Plugins.Kubernetes;

/// <summary>The connection took so long that the request may not leave any more.</summary>
internal sealed class KeptBackException() : Exception("It may not leave any more.");
