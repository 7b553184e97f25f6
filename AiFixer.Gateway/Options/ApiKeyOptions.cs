using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Options;

/// <summary>Somebody who may use the service.</summary>
/// <param name="Hash">SHA-256 of the key.</param>
internal sealed record ApiKeyOptions(string Name, ReadOnlyMemory<byte> Hash, PersonRole Role);
