-- Catalogs of before the tills had a policy of their own: they sold as the plain policy says.
UPDATE catalog_revision
SET catalog = (catalog::jsonb || '{"till": {"company":{"name":"La Mine","siret":"","ape":"","vatNumber":null},"cashCap":100000,"differenceThreshold":500,"cashierReduction":1000,"vat":[],"guaranteed":[],"prices":[],"campaigns":[],"markdowns":[],"articles":[]}}'::jsonb)::text
WHERE NOT catalog::jsonb ? 'till';
