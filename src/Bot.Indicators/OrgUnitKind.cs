namespace Bot.Indicators;

/// <summary>The level and sort of an org unit; tables write it in lower case (<c>kind:department</c>).</summary>
public enum OrgUnitKind
{
    /// <summary>Tỉnh.</summary>
    Province,

    /// <summary>Thành phố trực thuộc trung ương.</summary>
    City,

    /// <summary>Sở và cơ quan chuyên môn tương đương.</summary>
    Department,

    /// <summary>Ban, trung tâm, đơn vị khác không phải cơ quan chuyên môn.</summary>
    Agency,

    /// <summary>Quận, huyện.</summary>
    District,

    /// <summary>Phường, xã, thị trấn.</summary>
    Commune,
}
