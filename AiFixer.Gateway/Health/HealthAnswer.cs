namespace AiFixer.Gateway.Health;

/// <param name="Status"><c>ok</c>, <c>unavailable</c> or <c>stopping</c>.</param>
/// <param name="Store">The same for the store; null where it was not asked.</param>
internal sealed record HealthAnswer(string Status, string? Store = null);
