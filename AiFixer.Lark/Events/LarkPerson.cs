namespace AiFixer.Lark.Events;

/// <summary>Somebody in Lark, as the platform names them.</summary>
/// <param name="OpenId">Such as <c>ou_…</c>; empty when the platform did not say.</param>
/// <param name="UserId">Only with the contact permission.</param>
public sealed record LarkPerson(string OpenId, string? UserId = null, string? UnionId = null, string? Name = null)
{
    /// <summary>Of another company, as a guest in a chat of ours.</summary>
    public bool IsGuest { get; init; }
}
