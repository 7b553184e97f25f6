using AiFixer.Core.Ports;

namespace AiFixer.Grains.Playbooks;

/// <summary>How often playbooks helped, as the database says.</summary>
internal sealed record StoredRecords(IPlaybookRecords Inner);
