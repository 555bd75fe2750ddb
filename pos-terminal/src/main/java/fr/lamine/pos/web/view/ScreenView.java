package fr.lamine.pos.web.view;

/// What the station does now.
public sealed interface ScreenView
        permits SignInView,
                WeighInView,
                LabellingView,
                TillView,
                DrawerView,
                LookUpView,
                DevicesView,
                GoodsView,
                HelpView,
                NoticeView {}
