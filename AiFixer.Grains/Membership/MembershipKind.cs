namespace AiFixer.Grains.Membership;

/// <summary>How silos find each other.</summary>
internal enum MembershipKind
{
    /// <summary>One silo on this machine, to try it out.</summary>
    Localhost,

    /// <summary>Through Redis.</summary>
    Redis,

    /// <summary>Through PostgreSQL, where the incidents are too.</summary>
    Postgres,
}
