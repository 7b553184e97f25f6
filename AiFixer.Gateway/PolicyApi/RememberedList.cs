namespace AiFixer.Gateway.PolicyApi;

/// <summary>What people approved for a while and did not take back.</summary>
internal sealed record RememberedList(IReadOnlyList<RememberedView> Items);
